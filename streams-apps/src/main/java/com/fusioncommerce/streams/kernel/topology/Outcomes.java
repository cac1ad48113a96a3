package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.common.CommandOutcome;
import java.time.Duration;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What was answered to each command, for as long as a repeated command gets its first answer. Nearly every command is
 * new, and that a store does not have a key is what it is slowest to say; so the keys that it has are also known in
 * memory, from the first full round of {@link #purge} on.
 */
final class Outcomes {
    /** 1 MiB a task: 800,000 commands before one in a hundred is looked for in vain. */
    private static final int SEEN_BITS = 1 << 23;

    private static final int DELETIONS_WORTH_A_ROUND = 100_000;

    private final KeyValueStore<String, CommandOutcome> store;
    private final long kept;
    private String purgedTo;
    /** Every key of the store and some that were deleted; null while that is not known. */
    private SeenKeys seen;
    /** The keys that this round of purging has met, and those put meanwhile; null in a round that does not collect. */
    private SeenKeys thisRound = new SeenKeys(SEEN_BITS);

    private int deleted;

    Outcomes(KeyValueStore<String, CommandOutcome> store, Duration kept) {
        this.store = store;
        this.kept = kept.toMillis();
        try (KeyValueIterator<String, CommandOutcome> any = store.all()) {
            if (!any.hasNext()) {
                endRound();
            }
        }
    }

    /** Outcomes are kept a tenant: what a command is called says nothing to another tenant. */
    static String key(String tenant, String commandId) {
        return tenant + "/" + commandId;
    }

    CommandOutcome get(String tenant, String commandId) {
        String key = key(tenant, commandId);
        return seen == null || seen.mayHave(key) ? store.get(key) : null;
    }

    void put(String tenant, CommandOutcome outcome) {
        String key = key(tenant, outcome.getCommandId());
        store.put(key, outcome);
        meet(key);
        if (seen != null) {
            seen.add(key);
        }
    }

    /** Looks at a slice of the store and deletes what is too old, going round and round. */
    void purge(long now, int batch) {
        int looked = 0;
        try (KeyValueIterator<String, CommandOutcome> slice = store.range(purgedTo, null)) {
            while (slice.hasNext() && looked++ < batch) {
                KeyValue<String, CommandOutcome> entry = slice.next();
                purgedTo = entry.key;
                if (entry.value.getDecidedAt() < now - kept) {
                    store.delete(entry.key);
                    deleted++;
                } else {
                    meet(entry.key);
                }
            }
            if (!slice.hasNext()) {
                purgedTo = null;
                endRound();
            }
        }
    }

    private void meet(String key) {
        if (thisRound != null) {
            thisRound.add(key);
        }
    }

    private void endRound() {
        if (thisRound != null) {
            seen = thisRound;
            thisRound = null;
        } else if (deleted > DELETIONS_WORTH_A_ROUND) {
            thisRound = new SeenKeys(SEEN_BITS);
            deleted = 0;
        }
    }
}
