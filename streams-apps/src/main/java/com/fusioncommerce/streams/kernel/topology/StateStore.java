package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.streams.kernel.Aggregate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A task's store of one kind of state, with its most recently used states kept decoded. A task is the only writer of its
 * partition, and starts with an empty memory after whatever went wrong, so what is remembered is what the store holds.
 */
final class StateStore {
    private final KeyValueStore<String, SpecificRecord> store;
    private final Map<String, SpecificRecord> remembered;
    private final StoreKeys keys;

    private StateStore(
            KeyValueStore<String, SpecificRecord> store, Map<String, SpecificRecord> remembered, StoreKeys keys) {
        this.store = store;
        this.remembered = remembered;
        this.keys = keys;
    }

    static StateStore of(KeyValueStore<String, SpecificRecord> store, Aggregate<?> aggregate) {
        return new StateStore(
                store,
                aggregate.remembered() == 0 ? null : new MostRecent(aggregate.remembered()),
                aggregate.knowsKeys() ? new StoreKeys(store) : null);
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

    void put(String key, SpecificRecord state) {
        store.put(key, state);
        if (remembered != null) {
            remembered.put(key, state);
        }
        if (keys != null) {
            keys.put(key);
        }
    }

    /** Gets to know so many more of the keys that were there when the store was opened. */
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
