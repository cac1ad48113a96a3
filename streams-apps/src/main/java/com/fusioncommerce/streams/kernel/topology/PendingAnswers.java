package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.common.CommandOutcome;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Commands whose answer waits until their aggregate has settled, one an aggregate. Kept in memory too: they are few and
 * asked for with every command.
 */
final class PendingAnswers {
    private final KeyValueStore<String, CommandOutcome> store;
    private final Map<String, CommandOutcome> waiting = new HashMap<>();

    PendingAnswers(KeyValueStore<String, CommandOutcome> store) {
        this.store = store;
        try (KeyValueIterator<String, CommandOutcome> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, CommandOutcome> entry = all.next();
                waiting.put(entry.key, entry.value);
            }
        }
    }

    CommandOutcome get(Cascade.Target target) {
        return waiting.isEmpty() ? null : waiting.get(key(target));
    }

    void put(Cascade.Target target, CommandOutcome pending) {
        String key = key(target);
        store.put(key, pending);
        waiting.put(key, pending);
    }

    void remove(Cascade.Target target) {
        String key = key(target);
        store.delete(key);
        waiting.remove(key);
    }

    private static String key(Cascade.Target target) {
        return target.domain().name() + "|" + target.key();
    }
}
