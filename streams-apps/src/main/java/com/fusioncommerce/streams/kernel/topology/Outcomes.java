package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.common.CommandOutcome;
import java.time.Duration;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What was answered to each command, for as long as a repeated command gets its first answer, and which events from
 * elsewhere were reacted to, for as long as one that comes again changes nothing.
 */
final class Outcomes {
    private final AgingStore<CommandOutcome> store;

    Outcomes(KeyValueStore<String, CommandOutcome> store, Duration kept) {
        this.store = new AgingStore<>(store, CommandOutcome::getDecidedAt, kept);
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

    /** Deletes what is too old. */
    void purge(long now, int batch) {
        store.purge(now, batch);
    }
}
