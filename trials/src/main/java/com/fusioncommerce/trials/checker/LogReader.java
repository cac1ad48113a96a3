package com.fusioncommerce.trials.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one tenant's records committed before it was opened, each partition in order. Records with another tenant's key
 * are skipped.
 */
final class LogReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final WriterSchemas schemas;
    private final String tenantPrefix;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Long> beginnings = new HashMap<>();
    private long read;

    /**
     * Records the end offsets of these topics.
     *
     * @throws CheckFailedException if Kafka does not answer, or a topic does not exist
     */
    LogReader(String kafka, WriterSchemas schemas, String tenant, Collection<String> topics) {
        this.schemas = schemas;
        this.tenantPrefix = tenant + "/";
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        // Short: a topic's first fetch waits for the previous topic's last one.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis(),
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            List<TopicPartition> all =
                    topics.stream().flatMap(topic -> partitions(topic).stream()).toList();
            ends.putAll(consumer.endOffsets(all));
            beginnings.putAll(consumer.beginningOffsets(all));
        } catch (KafkaException e) {
            consumer.close();
            throw new CheckFailedException("Kafka at " + kafka + " does not answer; is the platform up?", e);
        }
    }

    private List<TopicPartition> partitions(String topic) {
        var known = consumer.partitionsFor(topic);
        if (known == null || known.isEmpty()) {
            throw new CheckFailedException("there is no topic " + topic + "; is the platform up?");
        }
        return known.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** Passes every record of a topic on; {@code unreadable} gets records that cannot be decoded. */
    void read(String topic, Consumer<Message> messages, Consumer<ConsumerRecord<byte[], byte[]>> unreadable) {
        Map<TopicPartition, Long> left = new HashMap<>(ends);
        left.keySet().removeIf(partition -> !partition.topic().equals(topic));
        consumer.assign(left.keySet());
        consumer.seekToBeginning(left.keySet());
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (left.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                until = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > until) {
                throw new CheckFailedException(topic + " yields nothing more, but is not at its end");
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() < left.get(new TopicPartition(topic, record.partition()))) {
                    hand(record, messages, unreadable);
                }
            }
        }
    }

    /** Whether retention has deleted the beginning of a topic. */
    boolean isCut(String topic) {
        return beginnings.entrySet().stream()
                .anyMatch(beginning -> beginning.getKey().topic().equals(topic) && beginning.getValue() > 0);
    }

    /** Number of records passed on so far. */
    long read() {
        return read;
    }

    private void hand(
            ConsumerRecord<byte[], byte[]> record,
            Consumer<Message> messages,
            Consumer<ConsumerRecord<byte[], byte[]>> unreadable) {
        String key = record.key() == null ? "" : new String(record.key(), UTF_8);
        if (!key.startsWith(tenantPrefix)) {
            return;
        }
        read++;
        Message message;
        try {
            message = new Message(record, key, schemas.decode(record.value()));
        } catch (IOException e) {
            unreadable.accept(record);
            return;
        }
        messages.accept(message);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
