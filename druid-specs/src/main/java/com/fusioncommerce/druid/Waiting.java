package com.fusioncommerce.druid;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition by polling. */
final class Waiting {
    private Waiting() {}

    /** Polls a condition; returns whether it came true in time. An interrupt ends the wait. */
    static boolean until(BooleanSupplier condition, Duration betweenTries, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(betweenTries.toMillis()));
        }
        return true;
    }
}
