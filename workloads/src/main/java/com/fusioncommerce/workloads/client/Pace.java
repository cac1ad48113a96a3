package com.fusioncommerce.workloads.client;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets so many a second through, evenly. For one thread. */
public final class Pace {
    private final long nanosEach;
    private long next = System.nanoTime();

    private Pace(long nanosEach) {
        this.nanosEach = nanosEach;
    }

    /** As many a second as there come. */
    public static Pace unlimited() {
        return new Pace(0);
    }

    /** So many a second, more than 0; infinitely many are as many as there come. */
    public static Pace perSecond(double rate) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("a rate must be more than 0: " + rate);
        }
        return new Pace((long) (TimeUnit.SECONDS.toNanos(1) / rate));
    }

    /** Returns when the next may go; at once where the thread is interrupted. */
    public void await() {
        long now = System.nanoTime();
        if (nanosEach == 0) {
            return;
        }
        while (next - now > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(next - now);
            now = System.nanoTime();
        }
        // Time that was lost is not made up for: a burst is what a rate is there to prevent.
        next = Math.max(next, now - nanosEach) + nanosEach;
    }
}
