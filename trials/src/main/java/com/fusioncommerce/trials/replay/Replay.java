package com.fusioncommerce.trials.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.platform.cli.ProgressBar;
import com.fusioncommerce.platform.config.Directories;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.streams.kernel.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Folds a domain's events again and compares the result with its live state, partition by partition, while the platform
 * runs.
 *
 *
 * <p>End offsets are taken in an order that guarantees: the live state as read includes every event before the tail,
 * and no event after the tail. So an entry without events in the tail must be equal, and one with events in the tail
 * must equal one of its states during the tail.
 */
final class Replay {
    private final Domain domain;
    private final List<Live> live;
    private final CommittedLog log;
    private final AvroCodec codec;
    private final ProgressBar progress;

    /**
     * Result of a replay.
     *
     * @param events folded
     * @param entries compared
     * @param differences found
     * @param older entries written before a field was added, equal but for that
     * @param unreadable records that are no events: no state was ever derived from them
     */
    record Result(long events, long entries, long differences, long older, long unreadable) {
        Result plus(Result other) {
            return new Result(
                    events + other.events,
                    entries + other.entries,
                    differences + other.differences,
                    older + other.older,
                    unreadable + other.unreadable);
        }
    }

    Replay(Domain domain, String application, CommittedLog log, AvroCodec codec, ProgressBar progress) {
        this.domain = domain;
        this.live = Live.of(domain, application);
        this.log = log;
        this.codec = codec;
        this.progress = progress;
    }

    /**
     * Replays the domain.
     *
     * @param directory for temporary tables, about twice the size of one partition's state; deleted at the end
     * @param differences gets each difference
     * @throws IllegalStateException if the application has no such changelogs, or reading a log makes no progress
     */
    Result run(Path directory, Consumer<Difference> differences) throws IOException {
        Result result = new Result(0, 0, 0, 0, 0);
        for (int partition = 0; partition < domain.events().partitions(); partition++) {
            Path place = Files.createTempDirectory(directory, "replay-");
            try (Disk disk = new Disk(place)) {
                result = result.plus(partition(partition, disk, differences));
            } finally {
                Directories.delete(place);
            }
        }
        return result;
    }

    private Result partition(int partition, Disk disk, Consumer<Difference> differences) {
        TopicPartition events = new TopicPartition(domain.events().name(), partition);
        Map<TopicPartition, Integer> tables = tables(partition);
        Set<TopicPartition> stores = tables.keySet();
        check(stores);
        String place = " " + (partition + 1) + "/" + domain.events().partitions();

        log.rewind(stores);
        read("state" + place, log.committedEnds(stores), message -> keep(disk, tables, message));
        Map<TopicPartition, Long> tail = log.committedEnds(Set.of(events));
        log.readTo(log.ends(stores), message -> keep(disk, tables, message), offsets -> {});
        Map<TopicPartition, Long> end = log.ends(Set.of(events));

        Shadow shadow = new Shadow(domain, codec, disk, tables.size());
        long[] folded = {0};
        long[] unreadable = {0};
        Consumer<ConsumerRecord<byte[], byte[]>> fold = message -> {
            SpecificRecord event = event(message);
            if (event == null) {
                unreadable[0]++;
            } else {
                fold(shadow, message, event);
                folded[0]++;
            }
        };
        log.rewind(Set.of(events));
        read("events" + place, tail, fold);
        shadow.beginTail();
        log.readTo(end, fold, offsets -> {});
        long[] found = {0};
        Comparison comparison = new Comparison(disk, shadow, codec, difference -> {
            found[0]++;
            differences.accept(difference);
        });
        long entries = 0;
        for (Live one : live) {
            entries += comparison.compare(one, tables.get(new TopicPartition(one.topic(), partition)));
        }
        return new Result(folded[0], entries, found[0], comparison.older(), unreadable[0]);
    }

    /** Decodes the event of a record; null if the record is not an event. */
    private SpecificRecord event(ConsumerRecord<byte[], byte[]> message) {
        try {
            return message.key() == null || message.value() == null ? null : codec.decode(message.value());
        } catch (SerializationException e) {
            return null;
        }
    }

    private static void fold(Shadow shadow, ConsumerRecord<byte[], byte[]> message, SpecificRecord event) {
        try {
            shadow.fold(new String(message.key(), UTF_8), event);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "event " + message.topic() + "-" + message.partition() + "@" + message.offset()
                            + " cannot be folded: " + e
                            + ". Was the log cut off before it, or written by a newer version?",
                    e);
        }
    }

    private Map<TopicPartition, Integer> tables(int partition) {
        Map<TopicPartition, Integer> tables = new HashMap<>();
        for (Live one : live) {
            tables.put(new TopicPartition(one.topic(), partition), tables.size());
        }
        return tables;
    }

    private void check(Set<TopicPartition> stores) {
        Set<TopicPartition> wanted = new LinkedHashSet<>(stores);
        wanted.add(new TopicPartition(domain.events().name(), 0));
        Set<TopicPartition> missing = log.missing(wanted);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("no topic "
                    + missing.stream()
                            .map(TopicPartition::topic)
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ": has the application run with this id? Give its FUSION_APPLICATION_ID with --application.");
        }
    }

    private void read(String what, Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        progress.begin(what, ends.values().stream().mapToLong(Long::longValue).sum(), 0);
        log.readTo(ends, each, progress::step);
        progress.end();
    }

    private static void keep(Disk disk, Map<TopicPartition, Integer> tables, ConsumerRecord<byte[], byte[]> message) {
        int table = tables.get(new TopicPartition(message.topic(), message.partition()));
        if (message.value() == null) {
            disk.delete(table, message.key());
        } else {
            disk.put(table, message.key(), message.value());
        }
    }
}
