package com.fusioncommerce.streams.kernel.topology;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A store of references that keeps those used most in memory, and that there is none as well. It is written by one
 * thread and read by many; a row that is written is forgotten after the write, and a read that is under way is waited
 * for, so nothing stale stays.
 */
final class ReferenceStore extends WatchedStore {
    private static final long MOST_BYTES = 16 << 20;
    private static final int ENTRY_BYTES = 200;
    private static final byte[] NONE = {};

    private final Cache<Bytes, byte[]> remembered = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Bytes key, byte[] row) -> ENTRY_BYTES + key.get().length + row.length)
            .executor(Runnable::run)
            .build();

    ReferenceStore(KeyValueStore<Bytes, byte[]> store) {
        super(store);
    }

    @Override
    public byte[] get(Bytes key) {
        byte[] row = remembered.get(key, this::read);
        return row == NONE ? null : row;
    }

    private byte[] read(Bytes key) {
        byte[] row = super.get(key);
        return row == null ? NONE : row;
    }

    @Override
    void written(Bytes key) {
        remembered.invalidate(key);
    }

    @Override
    public void close() {
        remembered.invalidateAll();
        super.close();
    }
}
