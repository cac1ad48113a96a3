package com.fusioncommerce.streams.query;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Time limit of an answer, and whether its caller still waits. The code that computes the answer checks both regularly.
 *
 * @param deadline end of the time limit, by {@link System#nanoTime}
 * @param abandoned whether no caller waits any more
 */
public record Patience(long deadline, BooleanSupplier abandoned) {
    /** Longest time between two checks. */
    static final Duration LOOK_EVERY = Duration.ofMillis(10);

    /** A time limit from now on, unless the caller stops waiting before. */
    public static Patience of(Duration time, BooleanSupplier abandoned) {
        return new Patience(System.nanoTime() + time.toNanos(), abandoned);
    }

    /** A time limit from now on. */
    public static Patience of(Duration time) {
        return of(time, () -> false);
    }

    /** The time that remains, zero once it has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    /**
     * Checks the time limit and the caller.
     *
     * @throws CancellationException if no caller waits any more
     * @throws UnavailableException if the time has passed
     */
    public void require() {
        if (abandoned.getAsBoolean()) {
            throw new CancellationException("nobody waits for the answer any more");
        }
        if (left().isZero()) {
            throw new UnavailableException("the time for the answer has passed");
        }
    }
}
