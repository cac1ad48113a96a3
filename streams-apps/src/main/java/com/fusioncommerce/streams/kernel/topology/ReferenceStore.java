package com.fusioncommerce.streams.kernel.topology;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A store of reference rows with a cache of the most used rows and missing keys. One thread writes it and many read it;
 * a write then invalidates the cached row and waits for a read in progress, so no stale row stays.
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
