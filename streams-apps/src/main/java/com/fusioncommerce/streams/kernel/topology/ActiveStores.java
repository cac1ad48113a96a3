package com.fusioncommerce.streams.kernel.topology;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of the tasks that this instance has restored and writes, for whoever reads one key: Kafka Streams goes
 * through the tasks of all threads for each query, and while any of them moves it answers for none. Safe for threads.
 */
public final class ActiveStores {
    private final ConcurrentMap<Place, KeyValueStore<String, ?>> open = new ConcurrentHashMap<>();

    private record Place(String store, int partition) {}

    /**
     * A store as its task sees it, empty where no task of this instance writes it. Once the task has given it away, to read
     * it raises Kafka's {@code InvalidStateStoreException}, or finds nothing where the store is in memory.
     */
    public Optional<ReadOnlyKeyValueStore<String, ?>> find(String store, int partition) {
        return Optional.ofNullable(open.get(new Place(store, partition)));
    }

    void opened(String store, int partition, KeyValueStore<String, ?> opened) {
        open.put(new Place(store, partition), opened);
    }

    /** Not if another task of this instance has opened it since. */
    void closed(String store, int partition, KeyValueStore<String, ?> closed) {
        open.remove(new Place(store, partition), closed);
    }
}
