package com.fusioncommerce.streams.kernel.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** A store that reports its writes to the application's caches. */
final class ObservedStore extends WatchedStore {
    private final StateChanges changes;

    ObservedStore(KeyValueStore<Bytes, byte[]> store, StateChanges changes) {
        super(store);
        this.changes = changes;
    }

    @Override
    void written(Bytes key) {
        changes.written(name(), key);
    }
}
