package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.common.Claim;
import java.time.Duration;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The request that each idempotency key stands for, from the first with the key on and for as long as keys are kept. A claim
 * lies there on for as long as outcomes do: a command's status is found by it.
 */
final class Claims {
    private final AgingStore<Claim> store;
    private final long keysKept;

    Claims(KeyValueStore<String, Claim> store, Duration keysKept, Duration outcomesKept) {
        this.store = new AgingStore<>(store, Claim::getClaimedAt, outcomesKept);
        this.keysKept = keysKept.toMillis();
    }

    /** The claim of a key, null if nobody claimed it or it has run out: then it can be claimed anew. */
    Claim get(String key, long now) {
        Claim claim = store.get(key);
        return claim == null || claim.getClaimedAt() <= now - keysKept ? null : claim;
    }

    void put(String key, Claim claim) {
        store.put(key, claim);
    }

    /** Deletes what nobody can ask for any more. */
    void purge(long now, int batch) {
        store.purge(now, batch);
    }
}
