package com.fusioncommerce.workloads.importer;

/** A line of the file cannot be parsed. */
final class BrokenLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenLineException(String file, int line, String what) {
        super(file + ", line " + line + ": " + what);
    }
}
