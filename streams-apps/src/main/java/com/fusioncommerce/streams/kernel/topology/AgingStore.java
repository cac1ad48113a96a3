package com.fusioncommerce.streams.kernel.topology;

import java.time.Duration;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A store whose values expire, with a key filter: nearly all keys that are looked up are new. Not thread-safe. */
final class AgingStore<V extends SpecificRecord> {
    private static final int DELETIONS_TO_FORGET = 500_000;

    private final KeyValueStore<String, V> store;
    private final ToLongFunction<V> time;
    private final long kept;
    /** Milliseconds that an expired value may stay, so that a purge of the whole store starts only now and then. */
    private final long slack;

    private boolean purging;
    private String purgedTo;
    /** No value is older than this; unknown before the first purge. */
    private long oldest = Long.MIN_VALUE;

    private long oldestLeft;
    private StoreKeys keys;
    /** Key filter that is being rebuilt, since a filter cannot remove deleted keys; null while none is. */
    private StoreKeys nextKeys;

    private int deletions;

    /**
     * Wraps a store.
     *
     * @param time gives the time of a value, milliseconds since the epoch
     * @param kept how long values are kept; they are deleted up to a twenty-fourth later
     */
    AgingStore(KeyValueStore<String, V> store, ToLongFunction<V> time, Duration kept) {
        this.store = store;
        this.time = time;
        this.kept = kept.toMillis();
        this.slack = this.kept / 24;
        this.keys = new StoreKeys(store);
    }

    /** The value of a key, which may have expired; null if there is none. */
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

    /** Deletes expired values once there are some; each call scans the next {@code batch} values. */
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
