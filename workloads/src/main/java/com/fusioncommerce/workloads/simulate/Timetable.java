package com.fusioncommerce.workloads.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Maps the simulation's time to ours. For one thread. */
final class Timetable {
    private static final long LONGEST_NAP = TimeUnit.MILLISECONDS.toNanos(200);

    private final Instant start;
    private final double factor;
    private final long ourStart = System.nanoTime();

    /**
     * Begins now.
     *
     * @param start what time it is now in the simulation
     * @param factor how many of its seconds pass in one of ours; infinite for no waiting at all
     */
    Timetable(Instant start, double factor) {
        this.start = start;
        this.factor = factor;
    }

    /** Waits until it is so late in the simulation, or nobody wants to wait any longer. */
    void await(Instant at, BooleanSupplier enough) {
        long due = ourStart + (long) (Duration.between(start, at).toNanos() / factor);
        long left = due - System.nanoTime();
        while (left > 0 && !enough.getAsBoolean()) {
            LockSupport.parkNanos(Math.min(left, LONGEST_NAP));
            left = due - System.nanoTime();
        }
    }
}
