package com.fusioncommerce.api.commands;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Learns how many commands a second are decided while more wait, and says which share of a bound can be decided in time.
 * A bound that is right for a fast machine lets more in on a slow one than it can answer before their requests time out;
 * then everybody waits and nobody is answered. Safe for threads; the time is given.
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
     * Knows nothing yet, and takes it that the whole bound can be decided in time.
     *
     * @param bound commands under way at most
     * @param horizon in what time everything under way should be decided
     */
    Capacity(int bound, Duration horizon, long nowNs) {
        this.bound = bound;
        this.horizonSeconds = horizon.toNanos() / NANOS;
        this.perSecond = bound / horizonSeconds;
        this.lookedAt = nowNs;
    }

    /** A command was decided. */
    void decided() {
        decided.incrementAndGet();
    }

    /** Looks at how it goes, twice a second at most. */
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
        // Without a queue the rate is what was asked for, not what could be done: then hope grows.
        double learned = queued
                ? (perSecond + rate) / 2
                : Math.max(rate, perSecond * Math.pow(GROWTH, (double) elapsed / LOOK_EVERY_NS));
        perSecond = Math.min(learned, bound / horizonSeconds);
    }

    /** The share of the bound, 0 to 1, that can be decided in time. */
    double share() {
        return perSecond * horizonSeconds / bound;
    }
}
