package com.fusioncommerce.api.commands;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Estimates the rate of decisions from times with a queue, and the share of a bound that can be decided in time. A
 * fixed bound that suits a fast machine admits more on a slow one than it can decide before the requests time out: then
 * all wait and none is answered. Safe for threads; callers pass the time.
 */
final class Capacity {
    private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final double QUEUE_SECONDS = 0.25;
    private static final double GROWTH = 1.1;
    private static final double NANOS = 1e9;

    private final double bound;
    private final double horizonSeconds;
    private final AtomicLong decided = new AtomicLong();
    private volatile long lookedAt;
    private long decidedThen;
    private volatile double perSecond;

    /**
     * Starts with the assumption that the whole bound can be decided in time.
     *
     * @param bound maximum pending commands
     * @param horizon time in which all pending commands should be decided
     */
    Capacity(int bound, Duration horizon, long nowNs) {
        this.bound = bound;
        this.horizonSeconds = horizon.toNanos() / NANOS;
        this.perSecond = bound / horizonSeconds;
        this.lookedAt = nowNs;
    }

    /** Counts a decided command. */
    void decided() {
        decided.incrementAndGet();
    }

    /** Updates the estimate, twice a second at most. */
    void look(int underWay, long nowNs) {
        if (nowNs - lookedAt >= LOOK_EVERY_NS) {
            learn(underWay, nowNs);
        }
    }

    private synchronized void learn(int underWay, long nowNs) {
        long elapsed = nowNs - lookedAt;
        if (elapsed < LOOK_EVERY_NS) {
            return;
        }
        long now = decided.get();
        double rate = (now - decidedThen) / (elapsed / NANOS);
        lookedAt = nowNs;
        decidedThen = now;
        boolean queued = underWay > rate * QUEUE_SECONDS;
        // Without a queue the rate measures demand, not capacity: the estimate then grows step by step.
        double learned = queued
                ? (perSecond + rate) / 2
                : Math.max(rate, perSecond * Math.pow(GROWTH, (double) elapsed / LOOK_EVERY_NS));
        perSecond = Math.min(learned, bound / horizonSeconds);
    }

    /** The share of the bound, 0 to 1, that can be decided within the horizon. */
    double share() {
        return perSecond * horizonSeconds / bound;
    }
}
