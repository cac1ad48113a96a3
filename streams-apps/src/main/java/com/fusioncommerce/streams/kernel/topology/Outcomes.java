package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.common.CommandOutcome;
import java.time.Duration;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What was answered to each command, for as long as a repeated command gets its first answer, and which events from
 * elsewhere were reacted to, for as long as one that comes again changes nothing. Nearly all are new.
 */
final class Outcomes {
    private static final int DELETIONS_TO_FORGET = 500_000;

    private final KeyValueStore<String, CommandOutcome> store;
    private final long kept;
    /** How long the oldest may wait: a round over all of them is worth it now and then, not always. */
    private final long slack;

    private boolean purging;
    private String purgedTo;
    /** No outcome was decided before this; the first round finds out. */
    private long oldest = Long.MIN_VALUE;

    private long oldestLeft;
    private StoreKeys keys;
    /** Learns anew, since what was deleted is not forgotten; null where that is not worth it. */
    private StoreKeys nextKeys;

    private int deletions;

    Outcomes(KeyValueStore<String, CommandOutcome> store, Duration kept) {
        this.store = store;
        this.kept = kept.toMillis();
        this.slack = this.kept / 24;
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
        oldest = Math.min(oldest, outcome.getDecidedAt());
        oldestLeft = Math.min(oldestLeft, outcome.getDecidedAt());
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
        try (KeyValueIterator<String, CommandOutcome> slice = store.range(purgedTo, null)) {
            while (slice.hasNext() && seen++ < batch) {
                KeyValue<String, CommandOutcome> entry = slice.next();
                purgedTo = entry.key;
                if (entry.value.getDecidedAt() < now - kept) {
                    store.delete(entry.key);
                    deletions++;
                } else {
                    oldestLeft = Math.min(oldestLeft, entry.value.getDecidedAt());
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
