package com.fusioncommerce.api.threads;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the bytes that one use holds at once: a few large things hold as much memory as thousands of small ones. One
 * tenant has half of them at most, and one shopper a share of that ({@link Holder}), so that its flood is its own. Safe for
 * threads.
 */
public final class ByteBudget {
    private final long most;
    private final AtomicLong held = new AtomicLong();
    private final ConcurrentMap<String, Long> ofTenant = new ConcurrentHashMap<>();
    private final ConcurrentMap<Holder, Long> ofShopper = new ConcurrentHashMap<>();

    /** A budget of so many bytes. */
    public ByteBudget(long most) {
        this.most = most;
    }

    /**
     * Takes room; {@link #free} must follow. What comes first always has room.
     *
     * @throws ProblemException 503 if there is none
     */
    public void take(Holder holder, long bytes) {
        take(holder, bytes, 0);
    }

    private void take(Holder holder, long bytes, long before) {
        long all = held.addAndGet(bytes);
        long mine = ofTenant.merge(holder.tenant(), bytes, Long::sum);
        long own = holder.isShopper() ? ofShopper.merge(holder, bytes, Long::sum) : 0;
        // A shopper's one thing always has the tenant's room: it is many things at once that are bounded.
        boolean fits = (all == bytes || all <= most)
                && (mine == bytes || mine <= most / 2)
                && (own <= bytes + before || own <= Holder.ofShopper(most / 2));
        if (!fits) {
            free(holder, bytes);
            throw Problem.retryable(ProblemType.OVERLOADED, "Try again in a moment.", 1)
                    .raised();
        }
    }

    /** Gives room back. */
    public void free(Holder holder, long bytes) {
        held.addAndGet(-bytes);
        ofTenant.computeIfPresent(holder.tenant(), (any, mine) -> mine == bytes ? null : mine - bytes);
        ofShopper.computeIfPresent(holder, (any, mine) -> mine == bytes ? null : mine - bytes);
    }

    /** Room for something whose size shows as it comes. */
    public Share share(Holder holder) {
        return new Share(holder);
    }

    /** Bytes that are held. */
    public long held() {
        return held.get();
    }

    /** The refusal for want of room that caused a failure, if one did. */
    public static Optional<ProblemException> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refused
                    && refused.problem().type().equals(ProblemType.OVERLOADED)) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** What one thing holds until it is closed. Safe for threads. */
    public final class Share implements AutoCloseable {
        private final Holder holder;
        private long taken;
        private boolean closed;

        private Share(Holder holder) {
            this.holder = holder;
        }

        /**
         * Takes room.
         *
         * @throws ProblemException 503 if there is none
         * @throws IllegalStateException if it is closed: nobody would give the room back
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
