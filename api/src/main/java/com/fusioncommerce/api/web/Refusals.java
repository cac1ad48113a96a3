package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.ProblemType;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Paces refusals by overload. A refusal costs a good part of an order's cost, and clients that retry at once would take
 * processor time from accepted requests: refusals above a rate are delayed, and meanwhile hold a connection only. A
 * virtual schedule (GCRA, ITU-T I.371) computes the delay. Safe for threads.
 */
final class Refusals {
    private static final Set<ProblemType> PACED =
            Set.of(ProblemType.OVERLOADED, ProblemType.TOO_MANY_REQUESTS, ProblemType.TOO_MANY_STREAMS);
    private static final long SPACING_NS = TimeUnit.SECONDS.toNanos(1) / 500;
    private static final long AT_ONCE_NS = 100 * SPACING_NS;
    private static final long LONGEST_NS = TimeUnit.MILLISECONDS.toNanos(750);

    private final LongSupplier nanoTime;
    private final AtomicLong scheduled;

    Refusals(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.scheduled = new AtomicLong(nanoTime.getAsLong());
    }

    /** Whether refusals of this problem type are paced. */
    static boolean isPaced(ProblemType type) {
        return PACED.contains(type);
    }

    /** The refusal, completed after its delay. */
    CompletableFuture<Reply> inTurn(Reply refusal) {
        long delay = nextDelayNs();
        return delay == 0
                ? refusal.now()
                : new CompletableFuture<Reply>().completeOnTimeout(refusal, delay, TimeUnit.NANOSECONDS);
    }

    /** Delay of the next refusal in nanoseconds: 0 at a low rate, at most 750 ms. */
    long nextDelayNs() {
        long now = nanoTime.getAsLong();
        return Math.max(0, turnAfter(now) - now - AT_ONCE_NS);
    }

    private long turnAfter(long now) {
        return scheduled.updateAndGet(
                last -> now + Math.min(Math.max(0, last - now) + SPACING_NS, AT_ONCE_NS + LONGEST_NS));
    }
}
