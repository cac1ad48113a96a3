package com.fusioncommerce.streams.kernel.topology;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The open stores of this instance's active tasks, for reads of one key: a query by Kafka Streams visits the tasks of
 * all threads, and fails for all of them while one moves. Thread-safe.
 */
public final class ActiveStores {
    private final ConcurrentMap<Place, KeyValueStore<String, ?>> open = new ConcurrentHashMap<>();

    private record Place(String store, int partition) {}

    /**
     * The store of an active task; empty where no task of this instance writes it. Once the task is closed, a read
     * throws Kafka's {@code InvalidStateStoreException}, or finds nothing where the store is in memory.
     */
    public Optional<ReadOnlyKeyValueStore<String, ?>> find(String store, int partition) {
        return Optional.ofNullable(open.get(new Place(store, partition)));
    }

    void opened(String store, int partition, KeyValueStore<String, ?> opened) {
        open.put(new Place(store, partition), opened);
    }

    /** Removes a store, unless another task of this instance has opened it since. */
    void closed(String store, int partition, KeyValueStore<String, ?> closed) {
        open.remove(new Place(store, partition), closed);
    }
}
