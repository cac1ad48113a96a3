package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.common.CommandOutcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Commands whose answer is deferred until their aggregate has settled; an aggregate can have several. They are in
 * memory too: they are few and looked up with every command.
 */
final class PendingAnswers {
    private final KeyValueStore<String, CommandOutcome> store;
    private final Writes writes;
    private final Map<String, Map<String, Waiting>> waiting = new HashMap<>();

    /** A deferred answer with its key in the store; the version before keyed it by its aggregate alone. */
    private record Waiting(String storedAs, CommandOutcome pending) {}

    PendingAnswers(KeyValueStore<String, CommandOutcome> store, Writes writes) {
        this.store = store;
        this.writes = writes;
        try (KeyValueIterator<String, CommandOutcome> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, CommandOutcome> entry = all.next();
                note(aggregate(entry.value), new Waiting(entry.key, entry.value));
            }
        }
    }

    /** The pending commands of an aggregate, in the order in which they came. */
    List<CommandOutcome> get(Cascade.Target target) {
        Map<String, Waiting> ofTarget = waiting.isEmpty() ? null : waiting.get(aggregate(target));
        return ofTarget == null
                ? List.of()
                : ofTarget.values().stream().map(Waiting::pending).toList();
    }

    /** Stores a pending command; for one that is pending already, the newest sender gets the answer. */
    void put(Cascade.Target target, CommandOutcome pending) {
        String aggregate = aggregate(target);
        Waiting before = waiting.getOrDefault(aggregate, Map.of()).get(pending.getCommandId());
        String key = before == null ? aggregate + '|' + pending.getCommandId() : before.storedAs();
        store.put(key, pending);
        writes.add(() -> note(aggregate, new Waiting(key, pending)));
    }

    /** Removes all pending commands of an aggregate. */
    void remove(Cascade.Target target) {
        String aggregate = aggregate(target);
        waiting.getOrDefault(aggregate, Map.of()).values().forEach(one -> store.delete(one.storedAs()));
        writes.add(() -> waiting.remove(aggregate));
    }

    private void note(String aggregate, Waiting one) {
        waiting.computeIfAbsent(aggregate, any -> new LinkedHashMap<>())
                .put(one.pending().getCommandId(), one);
    }

    private static String aggregate(Cascade.Target target) {
        return target.domain().name() + '|' + target.key();
    }

    private static String aggregate(CommandOutcome pending) {
        return pending.getDomain() + '|' + pending.getKey();
    }
}
