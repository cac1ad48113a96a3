package com.fusioncommerce.platform.status;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Counts the committed records after a reader's offset. The difference of offsets is larger: transaction markers and
 * aborted records take offsets too. A large lag is reported as the difference of offsets; for a small one the records
 * are read and counted, so that 0 means that none is left.
 */
final class UnreadRecords implements AutoCloseable {
    /** Largest total difference of offsets for which records are counted. */
    private static final long NEAR = 2_000;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Consumer<byte[], byte[]> consumer;

    UnreadRecords(String bootstrap) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        50,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5_000,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                bytes,
                bytes);
    }

    /** The last stable offsets of these partitions. */
    Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        return consumer.endOffsets(partitions);
    }

    /**
     * The number of records between positions and ends.
     *
     * @param positions offsets of the next record to read
     * @param ends last stable offsets of the same partitions
     */
    long count(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> behind = new HashMap<>(positions);
        behind.entrySet().removeIf(entry -> ends.getOrDefault(entry.getKey(), 0L) <= entry.getValue());
        long offsets = behind.entrySet().stream()
                .mapToLong(entry -> ends.get(entry.getKey()) - entry.getValue())
                .sum();
        return offsets == 0 || offsets > NEAR ? offsets : records(behind, ends, offsets);
    }

    /** Counts records by reading them; returns the difference of offsets if Kafka does not deliver them in time. */
    private long records(Map<TopicPartition, Long> behind, Map<TopicPartition, Long> ends, long otherwise) {
        consumer.assign(behind.keySet());
        behind.forEach(consumer::seek);
        Set<TopicPartition> left = new HashSet<>(behind.keySet());
        long until = System.nanoTime() + PATIENCE_NANOS;
        long count = 0;
        while (!left.isEmpty()) {
            if (System.nanoTime() > until) {
                return otherwise;
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.get(partition)) {
                    count++;
                }
            }
            left.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
        }
        return count;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
