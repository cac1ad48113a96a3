package com.fusioncommerce.workloads.client;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Rate limiter with even spacing. For one thread. */
public final class Pace {
    private final long nanosEach;
    private long next = System.nanoTime();

    private Pace(long nanosEach) {
        this.nanosEach = nanosEach;
    }

    /** A limiter without a limit. */
    public static Pace unlimited() {
        return new Pace(0);
    }

    /** A limiter to {@code rate} permits a second, more than 0; infinity means no limit. */
    public static Pace perSecond(double rate) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("a rate must be more than 0: " + rate);
        }
        return new Pace((long) (TimeUnit.SECONDS.toNanos(1) / rate));
    }

    /** Waits for the next permit; returns at once if the thread is interrupted. */
    public void await() {
        long now = System.nanoTime();
        if (nanosEach == 0) {
            return;
        }
        while (next - now > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(next - now);
            now = System.nanoTime();
        }
        // Lost time is not made up for: the limiter must not allow bursts.
        next = Math.max(next, now - nanosEach) + nanosEach;
    }
}
