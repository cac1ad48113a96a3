package com.fusioncommerce.streams.query;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * How long an answer is waited for. Whoever makes the answer asks now and then whether there is still a reason to.
 *
 * @param deadline until when, by {@link System#nanoTime}
 * @param abandoned whether nobody waits any more
 */
public record Patience(long deadline, BooleanSupplier abandoned) {
    /** How long those who wait for something may go without asking. */
    static final Duration LOOK_EVERY = Duration.ofMillis(10);

    /** From now on, for so long, unless it is abandoned before. */
    public static Patience of(Duration time, BooleanSupplier abandoned) {
        return new Patience(System.nanoTime() + time.toNanos(), abandoned);
    }

    /** From now on, for so long. */
    public static Patience of(Duration time) {
        return of(time, () -> false);
    }

    /** The time that remains, zero once it has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    /**
     * Ends what has no reason to go on.
     *
     * @throws CancellationException if nobody waits any more
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
