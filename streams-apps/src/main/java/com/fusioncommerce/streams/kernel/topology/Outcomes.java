package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.common.CommandOutcome;
import java.time.Duration;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Outcomes of commands and marks of processed events of other groups and jobs, for as long as repeated ones are
 * deduplicated.
 */
final class Outcomes {
    private final AgingStore<CommandOutcome> store;

    Outcomes(KeyValueStore<String, CommandOutcome> store, Duration kept) {
        this.store = new AgingStore<>(store, CommandOutcome::getDecidedAt, kept);
    }

    /** The key of an outcome; command ids are unique within a tenant only. */
    static String key(String tenant, String commandId) {
        return tenant + "/" + commandId;
    }

    CommandOutcome get(String tenant, String commandId) {
        return store.get(key(tenant, commandId));
    }

    void put(String tenant, CommandOutcome outcome) {
        store.put(key(tenant, outcome.getCommandId()), outcome);
    }

    /** Deletes expired outcomes. */
    void purge(long now, int batch) {
        store.purge(now, batch);
    }
}
