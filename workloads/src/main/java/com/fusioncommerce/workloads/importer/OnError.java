package com.fusioncommerce.workloads.importer;

/** Reaction to a line that cannot be parsed, or a command that the platform refuses. */
enum OnError {
    /** Report the error, count it and go on. */
    SKIP,
    /** Report the error and end. */
    STOP
}
