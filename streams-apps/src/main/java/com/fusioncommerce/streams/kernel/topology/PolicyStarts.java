package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.streams.kernel.Policy;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/** When policies that listen from now on were first run in this task: what happened before is not theirs. */
final class PolicyStarts {
    /** Begins the keys in the store of deadlines, which has no other that begins with a letter. */
    static final String PREFIX = "policy|";

    private final KeyValueStore<String, byte[]> store;
    private final Writes writes;
    private final Map<String, Long> starts = new HashMap<>();

    PolicyStarts(KeyValueStore<String, byte[]> store, Writes writes) {
        this.store = store;
        this.writes = writes;
    }

    /** Whether an event is one that a policy listens to, by its time. The first event that is asked about starts the policy. */
    boolean hears(Policy policy, long at, long now) {
        return !policy.isFromNow() || at >= start(policy.name(), now);
    }

    private long start(String policy, long now) {
        Long known = starts.get(policy);
        if (known != null) {
            return known;
        }
        byte[] stored = store.get(PREFIX + policy);
        if (stored != null) {
            long start = ByteBuffer.wrap(stored).getLong();
            starts.put(policy, start);
            return start;
        }
        writes.add(() -> {
            store.put(
                    PREFIX + policy,
                    ByteBuffer.allocate(Long.BYTES).putLong(now).array());
            starts.put(policy, now);
        });
        return now;
    }
}
