package com.fusioncommerce.trials.bench.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** When each of many things should happen: so many a second, evenly, whatever becomes of them. */
public final class Schedule {
    private static final long SHORTEST_PAUSE_NS = TimeUnit.MICROSECONDS.toNanos(500);

    private final long start;
    private final double nanosEach;

    /** So many a second, more than 0, from {@code start} on, in nanoseconds of this JVM. */
    public Schedule(double perSecond, long start) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate must be more than 0: " + perSecond);
        }
        this.start = start;
        this.nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** When the n-th should happen, counted from 0. */
    public long at(long number) {
        return start + (long) (number * nanosEach);
    }

    /** How many should have happened. */
    public long due(long now) {
        return (long) Math.ceil((now - start) / nanosEach);
    }

    /** Returns when the n-th should happen, at once if that is past: what is late is made up for. */
    public long await(long number) {
        long at = at(number);
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(Math.max(left, SHORTEST_PAUSE_NS));
        }
        return at;
    }
}
