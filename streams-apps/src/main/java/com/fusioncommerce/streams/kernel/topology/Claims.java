package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.common.Claim;
import java.time.Duration;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Claims of idempotency keys: a key stands for its first request for as long as keys are kept. A claim stays in the
 * store for as long as outcomes, since a command's status is found by it.
 */
final class Claims {
    private final AgingStore<Claim> store;
    private final long keysKept;

    Claims(KeyValueStore<String, Claim> store, Duration keysKept, Duration outcomesKept) {
        this.store = new AgingStore<>(store, Claim::getClaimedAt, outcomesKept);
        this.keysKept = keysKept.toMillis();
    }

    /** The claim of a key; null if there is none or it has expired, so that the key can be claimed anew. */
    Claim get(String key, long now) {
        Claim claim = store.get(key);
        return claim == null || claim.getClaimedAt() <= now - keysKept ? null : claim;
    }

    void put(String key, Claim claim) {
        store.put(key, claim);
    }

    /** Deletes claims that are older than outcomes are kept. */
    void purge(long now, int batch) {
        store.purge(now, batch);
    }
}
