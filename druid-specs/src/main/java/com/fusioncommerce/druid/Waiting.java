package com.fusioncommerce.druid;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that cannot tell by itself when it comes true. */
final class Waiting {
    private Waiting() {}

    /** Asks every now and then; says whether it came true in time. An interrupt ends the waiting. */
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
