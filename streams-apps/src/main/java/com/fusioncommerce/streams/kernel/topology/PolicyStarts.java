package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.streams.kernel.Policy;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/** First runs, in this task, of policies that ignore earlier events. */
final class PolicyStarts {
    /** Prefix of its keys in the store of deadlines, whose other keys begin with a digit. */
    static final String PREFIX = "policy|";

    private final KeyValueStore<String, byte[]> store;
    private final Writes writes;
    private final Map<String, Long> starts = new HashMap<>();

    PolicyStarts(KeyValueStore<String, byte[]> store, Writes writes) {
        this.store = store;
        this.writes = writes;
    }

    /** Whether a policy reacts to an event of this time. The first call for a policy is its first run. */
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
