package com.fusioncommerce.trials.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed records of partitions, from the beginning to an offset, without a consumer group. */
final class CommittedLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> all;
    private final Duration patience;

    /**
     * A log on these brokers.
     *
     * @param patience how long to wait for the next record or commit
     */
    CommittedLog(String bootstrapServers, Duration patience) {
        this.committed = consumer(bootstrapServers, "read_committed");
        this.all = consumer(bootstrapServers, "read_uncommitted");
        this.patience = patience;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers, String isolation) {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "replay-" + isolation);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Partitions that do not exist. */
    Set<TopicPartition> missing(Set<TopicPartition> wanted) {
        Set<TopicPartition> missing = new HashSet<>(wanted);
        Map<String, ?> topics;
        try {
            topics = all.listTopics(patience);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer: is the platform up? See `fusion status`.", e);
        }
        missing.removeIf(partition -> topics.containsKey(partition.topic()));
        return missing;
    }

    /** Last stable offsets: below them every transaction has ended. */
    Map<TopicPartition, Long> committedEnds(Set<TopicPartition> partitions) {
        return committed.endOffsets(partitions);
    }

    /** High watermarks: below them lie all records, committed or not. */
    Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        return all.endOffsets(partitions);
    }

    /** Seeks to the beginning of partitions, for {@link #readTo}. */
    void rewind(Set<TopicPartition> partitions) {
        committed.assign(partitions);
        committed.seekToBeginning(partitions);
    }

    /**
     * Reads until every partition has reached its end, and not beyond; waits for open transactions to end.
     *
     * @param read gets the number of offsets passed, transaction markers and aborted records included
     * @throws IllegalStateException if no progress is made for longer than the patience
     */
    void readTo(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> each, Passed read) {
        Map<TopicPartition, Long> open = new HashMap<>(ends);
        Map<TopicPartition, Long> at = new HashMap<>();
        committed.resume(open.keySet());
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long passed = advance(open, at);
            if (passed > 0) {
                read.by(passed);
                deadline = System.nanoTime() + patience.toNanos();
            }
            committed.pause(paused(open));
            if (open.isEmpty()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("nothing more of " + open.keySet() + " was committed for "
                        + patience.toSeconds() + " s: a transaction is open, or Kafka is gone. See `fusion status`,"
                        + " and run it again.");
            }
            ConsumerRecords<byte[], byte[]> records = committed.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> message : records) {
                TopicPartition partition = new TopicPartition(message.topic(), message.partition());
                if (message.offset() < ends.get(partition)) {
                    each.accept(message);
                }
            }
        }
    }

    /** Listener for the number of offsets passed. */
    @FunctionalInterface
    interface Passed {
        void by(long offsets);
    }

    private List<TopicPartition> paused(Map<TopicPartition, Long> open) {
        List<TopicPartition> done = new ArrayList<>(committed.assignment());
        done.removeAll(open.keySet());
        return done;
    }

    private long advance(Map<TopicPartition, Long> open, Map<TopicPartition, Long> at) {
        long passed = 0;
        for (TopicPartition partition : List.copyOf(open.keySet())) {
            long position = committed.position(partition);
            long end = open.get(partition);
            Long before = at.put(partition, Math.min(position, end));
            passed += before == null ? 0 : Math.min(position, end) - before;
            if (position > end) {
                // Records fetched beyond the end are left for the next read.
                committed.seek(partition, end);
            }
            if (position >= end) {
                open.remove(partition);
            }
        }
        return passed;
    }

    @Override
    public void close() {
        committed.close();
        all.close();
    }
}
