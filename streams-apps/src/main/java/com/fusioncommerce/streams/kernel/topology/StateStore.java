package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.streams.kernel.Aggregate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * A task's store of one aggregate type, with a cache of its most recently used states. A task is the only writer of its
 * partition, and starts with an empty cache after every failure, so the cache always equals the store.
 */
final class StateStore {
    private final EncodingStore<? extends SpecificRecord> store;
    private final Map<String, SpecificRecord> remembered;
    private final StoreKeys keys;
    private final Writes writes;

    private StateStore(
            EncodingStore<? extends SpecificRecord> store,
            Map<String, SpecificRecord> remembered,
            StoreKeys keys,
            Writes writes) {
        this.store = store;
        this.remembered = remembered;
        this.keys = keys;
        this.writes = writes;
    }

    static StateStore of(EncodingStore<? extends SpecificRecord> store, Aggregate<?> aggregate, Writes writes) {
        return new StateStore(
                store,
                aggregate.remembered() == 0 ? null : new MostRecent(aggregate.remembered()),
                aggregate.knowsKeys() ? new StoreKeys(store.encoded()) : null,
                writes);
    }

    SpecificRecord get(String key) {
        if (remembered == null) {
            return read(key);
        }
        SpecificRecord state = remembered.get(key);
        if (state == null) {
            state = read(key);
            if (state != null) {
                remembered.put(key, state);
            }
        }
        return state;
    }

    private SpecificRecord read(String key) {
        return keys == null || keys.mayHave(key) ? store.get(key) : null;
    }

    /** Puts a state with the other writes of its cause; {@code encoded} are its bytes. */
    void put(String key, SpecificRecord state, byte[] encoded) {
        writes.add(() -> {
            store.encoded().put(key, encoded);
            if (remembered != null) {
                remembered.put(key, state);
            }
            if (keys != null) {
                keys.put(key);
            }
        });
    }

    /** Adds up to {@code most} further keys of the opened store to the key filter. */
    void learn(int most) {
        if (keys != null) {
            keys.learn(most);
        }
    }

    private static final class MostRecent extends LinkedHashMap<String, SpecificRecord> {
        private static final long serialVersionUID = 1L;

        private final int capacity;

        MostRecent(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SpecificRecord> eldest) {
            return size() > capacity;
        }
    }
}
