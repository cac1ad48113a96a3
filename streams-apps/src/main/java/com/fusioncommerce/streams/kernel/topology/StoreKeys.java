package com.fusioncommerce.streams.kernel.topology;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * In-memory filter of a store's keys: lookups of missing keys are a store's slowest. The keys of the opened store are
 * added in slices while the task works; until all are, the filter excludes none.
 */
final class StoreKeys {
    /** 2 MiB: 1.6 million keys before 1 % of missing keys are looked up. */
    private static final int BITS = 1 << 24;

    private final KeyValueStore<String, ?> store;
    private final SeenKeys seen = new SeenKeys(BITS);
    private String learnedTo;
    private boolean complete;

    StoreKeys(KeyValueStore<String, ?> store) {
        this.store = store;
        learn(1);
    }

    /** False only where the store has no such key. */
    boolean mayHave(String key) {
        return !complete || seen.mayHave(key);
    }

    /** Adds a key that was put. */
    void put(String key) {
        seen.add(key);
    }

    /** Adds up to {@code keys} further keys of the opened store; returns whether all are added. */
    boolean learn(int keys) {
        if (complete) {
            return true;
        }
        int learned = 0;
        try (KeyValueIterator<String, ?> slice = store.range(learnedTo, null)) {
            while (slice.hasNext() && learned++ < keys) {
                learnedTo = slice.next().key;
                seen.add(learnedTo);
            }
            complete = !slice.hasNext();
        }
        return complete;
    }
}
