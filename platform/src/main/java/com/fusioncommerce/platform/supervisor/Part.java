package com.fusioncommerce.platform.supervisor;

import java.util.Set;

/** Something that must be there before the platform is ready: a process that stays or a step that ends. */
public sealed interface Part permits Server, Step {
    /** Its name on the command line, in pid files and in logs; lower case. */
    String name();

    /** Names of the parts that must be ready before this one starts. */
    Set<String> needs();
}
