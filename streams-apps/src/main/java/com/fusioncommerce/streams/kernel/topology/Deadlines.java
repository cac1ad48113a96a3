package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.streams.kernel.DeadlineChange;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The deadlines of a task, one an aggregate at most, in a store ordered by time. Which aggregate has which is kept in
 * memory too, rebuilt from the store when the task starts: live deadlines are few.
 */
final class Deadlines {
    /** Digits of a time in a key: enough until the year 2286, and in order as text. */
    private static final int TIME_END = 13;

    private final KeyValueStore<String, byte[]> store;
    private final Group group;
    private final AvroCodec codec;
    private final Map<Cascade.Target, String> live = new HashMap<>();

    record Due(Cascade.Target target, SpecificRecord command, String id) {}

    Deadlines(KeyValueStore<String, byte[]> store, Group group, AvroCodec codec) {
        this.store = store;
        this.group = group;
        this.codec = codec;
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                String key = all.next().key;
                live.put(target(key), key);
            }
        }
    }

    boolean isEmpty() {
        return live.isEmpty();
    }

    void apply(Cascade.Target target, DeadlineChange change) {
        String old = live.remove(target);
        if (old != null) {
            store.delete(old);
        }
        if (change instanceof DeadlineChange.Set set) {
            String key = time(set.at()) + target.domain().name() + '|' + target.key();
            store.put(key, codec.encode(target.domain().commands().name(), set.command()));
            live.put(target, key);
        }
    }

    /** Removes an aggregate's deadline, if it has one. */
    void clear(Cascade.Target target) {
        apply(target, new DeadlineChange.Clear());
    }

    /** What has passed, earliest first. */
    List<Due> due(long now) {
        List<Due> due = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> passed = store.range(null, time(now + 1))) {
            while (passed.hasNext()) {
                KeyValue<String, byte[]> entry = passed.next();
                due.add(new Due(target(entry.key), codec.decode(entry.value), "deadline|" + entry.key));
            }
        }
        return due;
    }

    private static String time(long at) {
        String digits = Long.toString(at);
        return "0".repeat(TIME_END - digits.length()) + digits + '|';
    }

    private Cascade.Target target(String key) {
        int nameEnd = key.indexOf('|', TIME_END + 1);
        String name = key.substring(TIME_END + 1, nameEnd);
        Domain domain = group.domains().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("deadline of a domain that is not here: " + name));
        return new Cascade.Target(domain, key.substring(nameEnd + 1));
    }
}
