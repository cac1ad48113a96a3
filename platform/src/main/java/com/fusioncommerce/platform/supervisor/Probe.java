package com.fusioncommerce.platform.supervisor;

/** Asks a part whether it does its work. Answers within a few seconds and never throws. */
@FunctionalInterface
public interface Probe {
    /** Asks once. */
    Health check();
}
