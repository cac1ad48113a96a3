package com.fusioncommerce.streams.kernel.topology;

import java.time.Duration;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A store whose values are kept for a while only. Nearly all keys that are asked for are new. Not safe for threads. */
final class AgingStore<V extends SpecificRecord> {
    private static final int DELETIONS_TO_FORGET = 500_000;

    private final KeyValueStore<String, V> store;
    private final ToLongFunction<V> time;
    private final long kept;
    /** How long the oldest may wait: a round over all of them is worth it now and then, not always. */
    private final long slack;

    private boolean purging;
    private String purgedTo;
    /** No value is older than this; the first round finds out. */
    private long oldest = Long.MIN_VALUE;

    private long oldestLeft;
    private StoreKeys keys;
    /** Learns anew, since what was deleted is not forgotten; null where that is not worth it. */
    private StoreKeys nextKeys;

    private int deletions;

    /**
     * Of this store.
     *
     * @param time milliseconds since the epoch from which a value is kept
     * @param kept for how long; deleted up to a twenty-fourth later
     */
    AgingStore(KeyValueStore<String, V> store, ToLongFunction<V> time, Duration kept) {
        this.store = store;
        this.time = time;
        this.kept = kept.toMillis();
        this.slack = this.kept / 24;
        this.keys = new StoreKeys(store);
    }

    /** The value of a key, which may be older than it has to be kept; null if there is none. */
    V get(String key) {
        return keys.mayHave(key) ? store.get(key) : null;
    }

    void put(String key, V value) {
        store.put(key, value);
        long at = time.applyAsLong(value);
        oldest = Math.min(oldest, at);
        oldestLeft = Math.min(oldestLeft, at);
        keys.put(key);
        if (nextKeys != null) {
            nextKeys.put(key);
        }
    }

    /** Deletes what is too old, once some of it is, in rounds over the store, a slice of so many each time. */
    void purge(long now, int batch) {
        if (!purging && isDue(now)) {
            purging = true;
            oldestLeft = Long.MAX_VALUE;
        }
        if (purging) {
            purgeSlice(now, batch);
        }
        learn(batch);
    }

    private boolean isDue(long now) {
        return oldest == Long.MIN_VALUE || (oldest != Long.MAX_VALUE && now > oldest + kept + slack);
    }

    private void purgeSlice(long now, int batch) {
        int seen = 0;
        try (KeyValueIterator<String, V> slice = store.range(purgedTo, null)) {
            while (slice.hasNext() && seen++ < batch) {
                KeyValue<String, V> entry = slice.next();
                purgedTo = entry.key;
                long at = time.applyAsLong(entry.value);
                if (at < now - kept) {
                    store.delete(entry.key);
                    deletions++;
                } else {
                    oldestLeft = Math.min(oldestLeft, at);
                }
            }
            if (!slice.hasNext()) {
                purgedTo = null;
                purging = false;
                oldest = oldestLeft;
            }
        }
    }

    private void learn(int batch) {
        keys.learn(batch);
        if (nextKeys == null && deletions > DELETIONS_TO_FORGET) {
            nextKeys = new StoreKeys(store);
            deletions = 0;
        }
        if (nextKeys != null && nextKeys.learn(batch)) {
            keys = nextKeys;
            nextKeys = null;
        }
    }
}
