package com.fusioncommerce.platform.supervisor;

import java.util.Set;

/** Something that must be there before the platform is ready: a process that stays or a step that ends. */
public sealed interface Part permits Server, Step {
    /** Its name on the command line, in pid files and in logs; lower case. */
    String name();

    /** The kind that it is one of: those of a kind are chosen by this name too, and stop at the same time. */
    default String group() {
        return name();
    }

    /** Names of the parts that must be ready before this one starts. */
    Set<String> needs();
}
