package com.fusioncommerce.workloads.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Maps simulated time to real time. For one thread. */
final class Timetable {
    private static final long LONGEST_NAP = TimeUnit.MILLISECONDS.toNanos(200);

    private final Instant start;
    private final double factor;
    private final long ourStart = System.nanoTime();

    /**
     * Starts now.
     *
     * @param start simulated time at the start
     * @param factor simulated seconds per real second; infinite for no waiting
     */
    Timetable(Instant start, double factor) {
        this.start = start;
        this.factor = factor;
    }

    /** Waits until a simulated time, or until {@code enough} is true. */
    void await(Instant at, BooleanSupplier enough) {
        long due = ourStart + (long) (Duration.between(start, at).toNanos() / factor);
        long left = due - System.nanoTime();
        while (left > 0 && !enough.getAsBoolean()) {
            LockSupport.parkNanos(Math.min(left, LONGEST_NAP));
            left = due - System.nanoTime();
        }
    }
}
