package com.fusioncommerce.streams.kernel.topology;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which keys a store has, in memory: that a key is not there is what a store is slowest to say. What was in the store when
 * it was opened is learned in slices while the task works; until then every key may be there.
 */
final class StoreKeys {
    /** 2 MiB: 1.6 million keys before one in a hundred is looked for in vain. */
    private static final int BITS = 1 << 24;

    private final KeyValueStore<String, ?> store;
    private final SeenKeys seen = new SeenKeys(BITS);
    private String learnedTo;
    private boolean complete;

    StoreKeys(KeyValueStore<String, ?> store) {
        this.store = store;
        learn(1);
    }

    /** False where the store has no such key. */
    boolean mayHave(String key) {
        return !complete || seen.mayHave(key);
    }

    /** A key was put. */
    void put(String key) {
        seen.add(key);
    }

    /** Learns so many keys more, if there are any left; says whether all are known. */
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
