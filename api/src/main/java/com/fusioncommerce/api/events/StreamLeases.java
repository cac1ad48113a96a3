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
 * Ends each stream when its token loses validity. A separate timer fires at the token's {@code exp}, independent of the
 * event log and the heartbeats. In between, the token is re-verified: if its key was withdrawn, the stream ends as soon
 * as a new request with the token would be refused.
 */
public final class StreamLeases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamLeases.class);
    private static final Duration VERIFIED_EVERY = Duration.ofSeconds(15);
    /** Time for the client to read the last event before its connection is closed. */
    private static final Duration LAST_WORD = Duration.ofSeconds(5);

    private final ScheduledThreadPoolExecutor timer;
    private final Executor verifications;
    private final Clock clock;
    private final Duration verifiedEvery;

    /** Creates leases timed by {@code clock}; tokens are re-verified on {@code verifications}, which may block. */
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
     * @param expiresAt expiry of the token, milliseconds since the epoch
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

    /** The time for which one stream may stay open. */
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

        /** Ends the lease with its stream, and cancels its timers. */
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

        /** Ends the stream if the wall clock, not only the timer, says that the token has expired. */
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

        /** Closes without this lease's lock: a closing connection holds its own while it ends its lease (deadlock). */
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
