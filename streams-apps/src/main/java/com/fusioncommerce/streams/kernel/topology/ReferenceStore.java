package com.fusioncommerce.streams.kernel.topology;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A store of references that keeps those used most in memory. It is written by one thread and read by many; a row that
 * is written is forgotten after the write, and a read that is under way is waited for, so nothing stale stays.
 */
final class ReferenceStore extends QueryableStore {
    private static final int REMEMBERED = 50_000;

    private final Cache<Bytes, byte[]> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private ReferenceStore(KeyValueStore<Bytes, byte[]> store) {
        super(store);
    }

    static KeyValueBytesStoreSupplier of(KeyValueBytesStoreSupplier supplier) {
        return of(supplier, ReferenceStore::new);
    }

    @Override
    public byte[] get(Bytes key) {
        return remembered.get(key, super::get);
    }

    @Override
    public void put(Bytes key, byte[] value) {
        super.put(key, value);
        remembered.invalidate(key);
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        byte[] present = super.putIfAbsent(key, value);
        remembered.invalidate(key);
        return present;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        super.putAll(entries);
        entries.forEach(entry -> remembered.invalidate(entry.key));
    }

    @Override
    public byte[] delete(Bytes key) {
        byte[] deleted = super.delete(key);
        remembered.invalidate(key);
        return deleted;
    }

    @Override
    public void close() {
        remembered.invalidateAll();
        super.close();
    }
}
