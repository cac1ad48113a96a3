package com.fusioncommerce.streams.kernel.topology;

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

    private StateStore(KeyValueStore<String, SpecificRecord> store, Map<String, SpecificRecord> remembered) {
        this.store = store;
        this.remembered = remembered;
    }

    static StateStore of(KeyValueStore<String, SpecificRecord> store, int capacity) {
        return new StateStore(store, capacity == 0 ? null : new MostRecent(capacity));
    }

    SpecificRecord get(String key) {
        if (remembered == null) {
            return store.get(key);
        }
        SpecificRecord state = remembered.get(key);
        if (state == null) {
            state = store.get(key);
            if (state != null) {
                remembered.put(key, state);
            }
        }
        return state;
    }

    void put(String key, SpecificRecord state) {
        store.put(key, state);
        if (remembered != null) {
            remembered.put(key, state);
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
