package com.fusioncommerce.streams.query;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Lags of this instance's copies of state behind their changelogs. One thread asks Kafka for all callers of the moment:
 * while brokers fail over Kafka may not answer for a minute, and no other thread waits for that.
 */
final class StateLags {
    private static final Duration FRESH = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    /** Maximum number of callers that wait for an answer: threads are few and have other work. */
    private static final int MOST_WAITING = 2;

    private final Supplier<Map<String, Map<Integer, Long>>> source;
    private final Duration patience;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Executor asker;
    private volatile Known known = new Known(Map.of(), 0, false);
    private volatile long askedAt;
    private volatile boolean asking;
    /** The next lookup, for all callers since the running one began, whose result may be older than their calls. */
    private CompletableFuture<Map<String, Map<Integer, Long>>> next;

    private record Known(Map<String, Map<Integer, Long>> lags, long at, boolean ever) {
        boolean isFresh() {
            return ever && System.nanoTime() - at < FRESH.toNanos();
        }
    }

    StateLags(KafkaStreams streams) {
        this(
                () -> streams.allLocalStorePartitionLags().entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, store -> store.getValue().entrySet().stream()
                                .collect(toMap(
                                        Map.Entry::getKey, lag -> lag.getValue().offsetLag())))),
                PATIENCE);
    }

    StateLags(Supplier<Map<String, Map<Integer, Long>>> source, Duration patience) {
        this.source = source;
        this.patience = patience;
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "state-lags");
                    thread.setDaemon(true);
                    return thread;
                });
        one.allowCoreThreadTimeOut(true);
        this.asker = one;
    }

    /**
     * The lag of a copy in records, at most half a second old; while Kafka does not answer, the last known one.
     *
     * @throws UnavailableException if the lag is unknown, or there is no such copy
     */
    long of(String store, int partition) {
        return of(lags(), store, partition);
    }

    /**
     * The lag of a copy in records, looked up after this call.
     *
     * @throws UnavailableException if Kafka does not answer within 300 ms, too many callers wait already, or there is
     *     no such copy
     */
    long now(String store, int partition) {
        return of(answer(), store, partition);
    }

    private static long of(Map<String, Map<Integer, Long>> lags, String store, int partition) {
        Long lag = lags.getOrDefault(store, Map.of()).get(partition);
        if (lag == null) {
            throw new UnavailableException("partition " + partition + " of " + store + " is not here");
        }
        return lag;
    }

    /**
     * The largest lag of all copies in records; 0 if there is no copy.
     *
     * @throws UnavailableException if the lag is unknown
     */
    long largest() {
        return lags().values().stream()
                .flatMap(store -> store.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private Map<String, Map<Integer, Long>> lags() {
        Known last = known;
        if (last.isFresh() || (last.ever() && asking)) {
            return last.lags();
        }
        try {
            return answer();
        } catch (UnavailableException e) {
            if (last.ever()) {
                return last.lags();
            }
            throw e;
        }
    }

    private Map<String, Map<Integer, Long>> answer() {
        boolean hangs = asking && System.nanoTime() - askedAt > patience.toNanos();
        if (hangs || !waiting.tryAcquire()) {
            throw unknown(null);
        }
        try {
            return ask().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unknown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(e);
        } finally {
            waiting.release();
        }
    }

    private static UnavailableException unknown(Throwable cause) {
        return new UnavailableException("how far state is behind is not known now", cause);
    }

    private synchronized CompletableFuture<Map<String, Map<Integer, Long>>> ask() {
        if (next == null) {
            next = new CompletableFuture<>();
            asker.execute(this::look);
        }
        return next;
    }

    synchronized boolean isAskedAgain() {
        return asking && next != null;
    }

    private void look() {
        CompletableFuture<Map<String, Map<Integer, Long>>> asked;
        synchronized (this) {
            asked = next;
            next = null;
        }
        askedAt = System.nanoTime();
        asking = true;
        try {
            Map<String, Map<Integer, Long>> lags = source.get();
            known = new Known(lags, System.nanoTime(), true);
            asked.complete(lags);
        } catch (RuntimeException e) {
            asked.completeExceptionally(e);
        } finally {
            asking = false;
        }
    }
}
