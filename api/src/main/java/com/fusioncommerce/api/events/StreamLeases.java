package com.fusioncommerce.api.events;

import com.fusioncommerce.api.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends each stream with the right to read it. A timer of its own fires at the token's {@code exp}, whatever the event log
 * and the heartbeats do. In between, the token is verified anew: one whose key was withdrawn ends its stream as soon as a
 * new request with it would be refused.
 */
public final class StreamLeases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamLeases.class);
    private static final Duration VERIFIED_EVERY = Duration.ofSeconds(15);
    /** A client that does not read why its stream ends loses the connection after this. */
    private static final Duration LAST_WORD = Duration.ofSeconds(5);

    private final ScheduledThreadPoolExecutor timer;
    private final Executor verifications;
    private final Clock clock;
    private final Duration verifiedEvery;

    /** Leases that are timed by {@code clock}; tokens are verified anew on {@code verifications}, which may block. */
    public StreamLeases(Executor verifications, Clock clock) {
        this(verifications, clock, VERIFIED_EVERY);
    }

    StreamLeases(Executor verifications, Clock clock, Duration verifiedEvery) {
        this.verifications = verifications;
        this.clock = clock;
        this.verifiedEvery = verifiedEvery;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "stream-leases");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Begins a stream's lease.
     *
     * @param expiresAt when the token ends, milliseconds since the epoch
     * @param verification raises a {@link ProblemException} once the token is no longer valid
     */
    Lease begin(long expiresAt, Runnable verification, SseConnection connection) {
        Lease lease = new Lease(expiresAt, verification, connection);
        lease.awaitExpiry();
        lease.awaitVerification();
        return lease;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** The time that one stream may last. */
    final class Lease {
        private final long expiresAt;
        private final Runnable verification;
        private final SseConnection connection;
        private ScheduledFuture<?> expiry;
        private ScheduledFuture<?> nextVerification;
        private boolean ended;

        private Lease(long expiresAt, Runnable verification, SseConnection connection) {
            this.expiresAt = expiresAt;
            this.verification = verification;
            this.connection = connection;
        }

        /** The stream has ended: nothing is timed any more. */
        synchronized void end() {
            ended = true;
            cancel(expiry);
            cancel(nextVerification);
        }

        private synchronized void awaitExpiry() {
            if (!ended) {
                expiry = after(Duration.ofMillis(Math.max(0, expiresAt - clock.millis())), this::expire);
            }
        }

        /** The timer and the wall clock need not agree: it is the clock that decides. */
        private void expire() {
            if (clock.millis() < expiresAt) {
                awaitExpiry();
            } else {
                close("fusion.expired", "{\"detail\":\"The token has expired.\"}");
            }
        }

        private synchronized void awaitVerification() {
            if (!ended) {
                nextVerification = after(verifiedEvery, this::handOver);
            }
        }

        private void handOver() {
            try {
                verifications.execute(this::verify);
            } catch (RejectedExecutionException e) {
                awaitVerification();
            }
        }

        private void verify() {
            try {
                verification.run();
                awaitVerification();
            } catch (ProblemException e) {
                close("fusion.unauthorised", "{\"detail\":\"The token is no longer valid.\"}");
            } catch (RuntimeException e) {
                LOG.error("a stream's token could not be verified anew", e);
                awaitVerification();
            }
        }

        /** Not under this lease's lock: a connection that ends holds its own while it ends its lease. */
        private void close(String type, String json) {
            connection.endNow(type, json);
            synchronized (this) {
                if (!ended) {
                    expiry = after(LAST_WORD, connection::abort);
                }
            }
        }

        private ScheduledFuture<?> after(Duration delay, Runnable task) {
            return timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        }

        private void cancel(ScheduledFuture<?> task) {
            if (task != null) {
                task.cancel(false);
            }
        }
    }
}
