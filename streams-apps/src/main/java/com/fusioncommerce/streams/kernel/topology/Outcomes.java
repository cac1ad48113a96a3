package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.common.CommandOutcome;
import java.time.Duration;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What was answered to each command, for as long as a repeated command gets its first answer. Nearly all are new. */
final class Outcomes {
    private static final int DELETIONS_TO_FORGET = 500_000;

    private final KeyValueStore<String, CommandOutcome> store;
    private final long kept;
    private String purgedTo;
    private StoreKeys keys;
    /** Learns anew, since what was deleted is not forgotten; null where that is not worth it. */
    private StoreKeys nextKeys;

    private int deletions;

    Outcomes(KeyValueStore<String, CommandOutcome> store, Duration kept) {
        this.store = store;
        this.kept = kept.toMillis();
        this.keys = new StoreKeys(store);
    }

    /** Outcomes are kept a tenant: what a command is called says nothing to another tenant. */
    static String key(String tenant, String commandId) {
        return tenant + "/" + commandId;
    }

    CommandOutcome get(String tenant, String commandId) {
        String key = key(tenant, commandId);
        return keys.mayHave(key) ? store.get(key) : null;
    }

    void put(String tenant, CommandOutcome outcome) {
        String key = key(tenant, outcome.getCommandId());
        store.put(key, outcome);
        keys.put(key);
        if (nextKeys != null) {
            nextKeys.put(key);
        }
    }

    /** Looks at a slice of the store and deletes what is too old, going round and round. */
    void purge(long now, int batch) {
        int seen = 0;
        try (KeyValueIterator<String, CommandOutcome> slice = store.range(purgedTo, null)) {
            while (slice.hasNext() && seen++ < batch) {
                KeyValue<String, CommandOutcome> entry = slice.next();
                purgedTo = entry.key;
                if (entry.value.getDecidedAt() < now - kept) {
                    store.delete(entry.key);
                    deletions++;
                }
            }
            if (!slice.hasNext()) {
                purgedTo = null;
            }
        }
        learn(batch);
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
