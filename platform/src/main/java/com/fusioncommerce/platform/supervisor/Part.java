package com.fusioncommerce.platform.supervisor;

import java.util.Set;

/** A prerequisite of a ready platform: a process that keeps running, or a step that completes. */
public sealed interface Part permits Server, Step {
    /** The part's name on the command line, in pid files and in logs; lower case. */
    String name();

    /** The group of the part: the command line selects parts by group too, and a group's parts stop in parallel. */
    default String group() {
        return name();
    }

    /** Names of the parts that must be ready before this one starts. */
    Set<String> needs();
}
