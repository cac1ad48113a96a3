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
 * A domain's events folded again and held against its live state, partition by partition, while the platform goes on.
 *
 * <p>The logs are read up to offsets that are taken in an order from which follows: every event before the tail is in the
 * live state as read, and every event behind that state is in the tail or before it. So an entry that the tail does not
 * touch must be equal, and one that it touches must be as it was at one of its steps.
 */
final class Replay {
    private final Domain domain;
    private final List<Live> live;
    private final CommittedLog log;
    private final AvroCodec codec;
    private final ProgressBar progress;

    /**
     * What was compared.
     *
     * @param events folded
     * @param entries held against each other
     * @param differences found
     * @param older entries written before a field was added, equal but for that
     * @param unreadable records among the events that are none: no state was ever made of them
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
     * @param directory for what is put aside meanwhile; about the size of one partition's state, twice; deleted at the end
     * @param differences told of each difference
     * @throws IllegalStateException if the application has no such changelogs, or a log does not go on
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

    /** The event of a record, or null if somebody put something else there. */
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
