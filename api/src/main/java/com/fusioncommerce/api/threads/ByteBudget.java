package com.fusioncommerce.api.threads;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Budget of the bytes that one use holds: a few large values take as much memory as thousands of small ones. A tenant
 * has at most half of it, and a shopper a share of that ({@link Holder}), so that a flood affects its sender only. Safe
 * for threads.
 */
public final class ByteBudget {
    private final long most;
    private final AtomicLong held = new AtomicLong();
    private final ConcurrentMap<String, Long> ofTenant = new ConcurrentHashMap<>();
    private final ConcurrentMap<Holder, Long> ofShopper = new ConcurrentHashMap<>();

    /** Creates a budget of a number of bytes. */
    public ByteBudget(long most) {
        this.most = most;
    }

    /**
     * Reserves bytes; {@link #free} must follow. In an empty budget it always succeeds.
     *
     * @throws ProblemException 503 if the budget is exhausted
     */
    public void take(Holder holder, long bytes) {
        take(holder, bytes, 0);
    }

    private void take(Holder holder, long bytes, long before) {
        long all = held.addAndGet(bytes);
        long mine = ofTenant.merge(holder.tenant(), bytes, Long::sum);
        long own = holder.isShopper() ? ofShopper.merge(holder, bytes, Long::sum) : 0;
        // A shopper's single value may use the tenant's share: only several values are bounded by the shopper's.
        boolean fits = (all == bytes || all <= most)
                && (mine == bytes || mine <= most / 2)
                && (own <= bytes + before || own <= Holder.ofShopper(most / 2));
        if (!fits) {
            free(holder, bytes);
            throw Problem.retryable(ProblemType.OVERLOADED, "Try again in a moment.", 1)
                    .raised();
        }
    }

    /** Releases bytes. */
    public void free(Holder holder, long bytes) {
        held.addAndGet(-bytes);
        ofTenant.computeIfPresent(holder.tenant(), (any, mine) -> mine == bytes ? null : mine - bytes);
        ofShopper.computeIfPresent(holder, (any, mine) -> mine == bytes ? null : mine - bytes);
    }

    /** A share for a value whose size becomes known while it is read. */
    public Share share(Holder holder) {
        return new Share(holder);
    }

    /** Number of reserved bytes. */
    public long held() {
        return held.get();
    }

    /** The problem of an exhausted budget among a failure's causes, if there is one. */
    public static Optional<ProblemException> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refused
                    && refused.problem().type().equals(ProblemType.OVERLOADED)) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** The reservation of one value until it is closed. Safe for threads. */
    public final class Share implements AutoCloseable {
        private final Holder holder;
        private long taken;
        private boolean closed;

        private Share(Holder holder) {
            this.holder = holder;
        }

        /**
         * Reserves more bytes.
         *
         * @throws ProblemException 503 if the budget is exhausted
         * @throws IllegalStateException if the share is closed: the bytes would never be released
         */
        public synchronized void take(int bytes) {
            if (closed) {
                throw new IllegalStateException("nobody waits for this any more");
            }
            ByteBudget.this.take(holder, bytes, taken);
            taken += bytes;
        }

        @Override
        public synchronized void close() {
            closed = true;
            free(holder, taken);
            taken = 0;
        }
    }
}
