package com.fusioncommerce.trials.bench.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Schedule of an open loop: a fixed rate with even spacing, independent of progress. */
public final class Schedule {
    private static final long SHORTEST_PAUSE_NS = TimeUnit.MICROSECONDS.toNanos(500);

    private final long start;
    private final double nanosEach;

    /** Events at {@code perSecond}, more than 0, from {@code start} on, in nanoseconds of this JVM. */
    public Schedule(double perSecond, long start) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate must be more than 0: " + perSecond);
        }
        this.start = start;
        this.nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** The time of the n-th event, counted from 0. */
    public long at(long number) {
        return start + (long) (number * nanosEach);
    }

    /** Number of events due by {@code now}. */
    public long due(long now) {
        return (long) Math.ceil((now - start) / nanosEach);
    }

    /** Waits for the n-th event; returns at once if it is past, so that late events are made up for. */
    public long await(long number) {
        long at = at(number);
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(Math.max(left, SHORTEST_PAUSE_NS));
        }
        return at;
    }
}
