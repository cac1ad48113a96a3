package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.common.CommandOutcome;
import java.time.Duration;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What was answered to each command, for as long as a repeated command gets its first answer. */
final class Outcomes {
    private final KeyValueStore<String, CommandOutcome> store;
    private final long kept;
    private String purgedTo;

    Outcomes(KeyValueStore<String, CommandOutcome> store, Duration kept) {
        this.store = store;
        this.kept = kept.toMillis();
    }

    /** Outcomes are kept a tenant: what a command is called says nothing to another tenant. */
    static String key(String tenant, String commandId) {
        return tenant + "/" + commandId;
    }

    CommandOutcome get(String tenant, String commandId) {
        return store.get(key(tenant, commandId));
    }

    void put(String tenant, CommandOutcome outcome) {
        store.put(key(tenant, outcome.getCommandId()), outcome);
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
                }
            }
            if (!slice.hasNext()) {
                purgedTo = null;
            }
        }
    }
}
