package com.fusioncommerce.trials.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions. */
public final class Await {
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private Await() {}

    /**
     * Polls until the condition holds.
     *
     * @param what ends the sentence "it was not so in time that …"
     * @throws IllegalStateException if the condition does not hold in time
     */
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                throw new IllegalStateException("it was not so within " + patience.toSeconds() + " s that " + what);
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
