package com.fusioncommerce.workloads.importer;

/** What to do about a line that cannot be understood, or a command that the platform refuses. */
enum OnError {
    /** Name it, count it and go on. */
    SKIP,
    /** Name it and end. */
    STOP
}
