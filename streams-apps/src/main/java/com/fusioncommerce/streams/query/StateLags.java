package com.fusioncommerce.streams.query;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.errors.StreamsException;

/**
 * How far the copies of state on this instance are behind what was written. Looked up when someone asks, and no more often
 * than twice a second; while Kafka does not answer, what was last known holds.
 */
final class StateLags {
    private static final Duration FRESH = Duration.ofMillis(500);

    private final Supplier<Map<String, Map<Integer, LagInfo>>> source;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), 0, false);

    private record Known(Map<String, Map<Integer, LagInfo>> lags, long at, boolean ever) {
        boolean isFresh() {
            return ever && System.nanoTime() - at < FRESH.toNanos();
        }
    }

    StateLags(KafkaStreams streams) {
        this(streams::allLocalStorePartitionLags);
    }

    StateLags(Supplier<Map<String, Map<Integer, LagInfo>>> source) {
        this.source = source;
    }

    /**
     * Records that a copy lacks.
     *
     * @throws UnavailableException if that is not known, or there is no such copy
     */
    long of(String store, int partition) {
        return of(lags(), store, partition);
    }

    /**
     * Records that a copy lacks, looked up at this moment.
     *
     * @throws UnavailableException if that is not known, or there is no such copy
     */
    long now(String store, int partition) {
        try {
            return of(source.get(), store, partition);
        } catch (StreamsException | IllegalStateException e) {
            throw new UnavailableException("how far state is behind is not known now", e);
        }
    }

    private static long of(Map<String, Map<Integer, LagInfo>> lags, String store, int partition) {
        LagInfo lag = lags.getOrDefault(store, Map.of()).get(partition);
        if (lag == null) {
            throw new UnavailableException("partition " + partition + " of " + store + " is not here");
        }
        return lag.offsetLag();
    }

    /**
     * Records that the copy farthest behind lacks; 0 if there is none.
     *
     * @throws UnavailableException if that is not known
     */
    long largest() {
        return lags().values().stream()
                .flatMap(store -> store.values().stream())
                .mapToLong(LagInfo::offsetLag)
                .max()
                .orElse(0);
    }

    private Map<String, Map<Integer, LagInfo>> lags() {
        // One asks; others wait only if there is nothing yet that they could go by.
        if (!known.isFresh() && (known.ever() ? asking.tryLock() : locked())) {
            try {
                if (!known.isFresh()) {
                    known = new Known(source.get(), System.nanoTime(), true);
                }
            } catch (StreamsException | IllegalStateException e) {
                if (!known.ever()) {
                    throw new UnavailableException("how far state is behind is not known yet", e);
                }
            } finally {
                asking.unlock();
            }
        }
        return known.lags();
    }

    private boolean locked() {
        asking.lock();
        return true;
    }
}
