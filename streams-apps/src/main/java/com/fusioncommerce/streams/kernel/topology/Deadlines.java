package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.streams.kernel.DeadlineChange;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deadlines of a task, at most one an aggregate, in a store whose keys begin with their time. An index by aggregate
 * is in memory, rebuilt from the store when the task starts: live deadlines are few.
 */
final class Deadlines {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    /** Digits of a time in a key: enough until the year 2286, and in order as text. */
    private static final int TIME_END = 13;

    private static final long LAST = 9_999_999_999_999L;

    private final KeyValueStore<String, byte[]> store;
    private final Group group;
    private final AvroCodec codec;
    private final Writes writes;
    private final Map<Cascade.Target, String> live = new HashMap<>();
    private final TreeMap<String, Cascade.Target> byTime = new TreeMap<>();

    /**
     * A deadline that has passed.
     *
     * @param key its key in the store
     * @param command the aggregate's command, encoded
     */
    // The record is never compared: it lives for one punctuation.
    @SuppressWarnings("ArrayRecordComponent")
    record Due(Cascade.Target target, String key, byte[] command) {
        /** The id of the deadline's command. */
        String id() {
            return "deadline|" + key;
        }
    }

    Deadlines(KeyValueStore<String, byte[]> store, Group group, AvroCodec codec, Writes writes) {
        this.store = store;
        this.group = group;
        this.codec = codec;
        this.writes = writes;
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                String key = all.next().key;
                if (key.startsWith(PolicyStarts.PREFIX)) {
                    continue;
                }
                target(key)
                        .ifPresentOrElse(
                                target -> set(target, key),
                                () -> LOG.error("deadline {} waits for a process that runs its domain", key));
            }
        }
    }

    boolean isEmpty() {
        return live.isEmpty();
    }

    void apply(Cascade.Target target, DeadlineChange change) {
        if (change instanceof DeadlineChange.Set set) {
            String key = time(set.at()) + target.domain().name() + '|' + target.key();
            byte[] command = codec.encode(target.domain().commands().name(), set.command());
            writes.add(() -> {
                remove(target);
                store.put(key, command);
                set(target, key);
            });
        } else {
            clear(target);
        }
    }

    /** Removes an aggregate's deadline, if it has one. */
    void clear(Cascade.Target target) {
        writes.add(() -> remove(target));
    }

    /** The deadlines that have passed, earliest first, bounded in number. */
    List<Due> due(long now, int most) {
        return byTime.headMap(time(now + 1)).entrySet().stream()
                .limit(most)
                .map(entry -> new Due(entry.getValue(), entry.getKey(), store.get(entry.getKey())))
                .toList();
    }

    /** Whether a deadline is still set: an earlier deadline's command may have replaced or removed it. */
    boolean isLive(Due due) {
        return due.key().equals(live.get(due.target()));
    }

    private void set(Cascade.Target target, String key) {
        live.put(target, key);
        byTime.put(key, target);
    }

    private void remove(Cascade.Target target) {
        String old = live.remove(target);
        if (old != null) {
            byTime.remove(old);
            store.delete(old);
        }
    }

    private static String time(long at) {
        if (at < 0 || at > LAST) {
            throw new IllegalArgumentException("a deadline lies between 1970 and 2286, not at " + at);
        }
        String digits = Long.toString(at);
        return "0".repeat(TIME_END - digits.length()) + digits + '|';
    }

    /** The aggregate of a key of the store; empty if its domain does not run in this process. */
    private Optional<Cascade.Target> target(String key) {
        int nameEnd = key.indexOf('|', TIME_END + 1);
        if (nameEnd < 0) {
            return Optional.empty();
        }
        String name = key.substring(TIME_END + 1, nameEnd);
        Optional<Domain> owner = group.domains().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        return owner.map(domain -> new Cascade.Target(domain, Key.parse(key.substring(nameEnd + 1))));
    }
}
