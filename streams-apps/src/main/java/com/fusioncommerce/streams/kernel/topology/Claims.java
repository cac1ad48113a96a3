package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.common.Claim;
import java.time.Duration;
import org.apache.kafka.streams.state.KeyValueStore;

/** The request that each idempotency key stands for, from the first with the key on and for as long as keys are kept. */
final class Claims {
    private final AgingStore<Claim> store;
    private final long kept;

    Claims(KeyValueStore<String, Claim> store, Duration kept) {
        this.store = new AgingStore<>(store, Claim::getClaimedAt, kept);
        this.kept = kept.toMillis();
    }

    /** The claim of a key, null if nobody claimed it or it has run out: then it can be claimed anew. */
    Claim get(String key, long now) {
        Claim claim = store.get(key);
        return claim == null || claim.getClaimedAt() <= now - kept ? null : claim;
    }

    void put(String key, Claim claim) {
        store.put(key, claim);
    }

    /** Deletes what has run out. */
    void purge(long now, int batch) {
        store.purge(now, batch);
    }
}
