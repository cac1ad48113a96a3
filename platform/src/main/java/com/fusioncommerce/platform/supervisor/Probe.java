package com.fusioncommerce.platform.supervisor;

/** Checks whether a part works. Answers within a few seconds and never throws. */
@FunctionalInterface
public interface Probe {
    /** Checks once. */
    Health check();
}
