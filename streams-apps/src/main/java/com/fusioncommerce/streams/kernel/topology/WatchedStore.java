package com.fusioncommerce.streams.kernel.topology;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/** A store that calls {@link #written} after each write. */
abstract class WatchedStore extends QueryableStore {
    WatchedStore(KeyValueStore<Bytes, byte[]> store) {
        super(store);
    }

    abstract void written(Bytes key);

    @Override
    public final void put(Bytes key, byte[] value) {
        super.put(key, value);
        written(key);
    }

    @Override
    public final byte[] putIfAbsent(Bytes key, byte[] value) {
        byte[] present = super.putIfAbsent(key, value);
        written(key);
        return present;
    }

    @Override
    public final void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        super.putAll(entries);
        entries.forEach(entry -> written(entry.key));
    }

    @Override
    public final byte[] delete(Bytes key) {
        byte[] deleted = super.delete(key);
        written(key);
        return deleted;
    }
}
