package com.fusioncommerce.trials.chaos;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions, with a timeout. */
final class Await {
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(200);

    private Await() {}

    /** Returns when the condition holds, patience ends, or this thread is interrupted; returns whether it holds. */
    static boolean until(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return true;
    }
}
