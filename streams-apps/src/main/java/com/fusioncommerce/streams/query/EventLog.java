package com.fusioncommerce.streams.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.KafkaClients;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one aggregate's events straight from the log. A state keeps when each of its events was recorded; the log has an
 * index by time; so nothing has to be stored twice to tell an aggregate's history. Safe for threads, one reader at a
 * time.
 */
public final class EventLog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final AvroCodec codec;

    /** A log on these brokers. */
    public EventLog(String bootstrapServers, AvroCodec codec) {
        Map<String, Object> config = KafkaClients.reader(bootstrapServers, "event-log");
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 * 1024);
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.codec = codec;
    }

    /**
     * The events of an aggregate, oldest first.
     *
     * @param topic their topic
     * @param key the aggregate's key
     * @param times when they were recorded, milliseconds since the epoch
     * @throws UnavailableException if the log does not give them all in time
     */
    public synchronized List<RecordedEvent> read(Topic topic, String key, List<Long> times) {
        TopicPartition partition = new TopicPartition(topic.name(), topic.partitionOf(key));
        consumer.assign(List.of(partition));
        byte[] wanted = key.getBytes(UTF_8);
        List<RecordedEvent> events = new ArrayList<>();
        for (long time : new TreeSet<>(times)) {
            readAt(partition, wanted, time, events);
        }
        if (events.size() != times.size()) {
            throw new UnavailableException(
                    "the log gave " + events.size() + " of " + times.size() + " events of " + key);
        }
        return events;
    }

    private void readAt(TopicPartition partition, byte[] wanted, long time, List<RecordedEvent> events) {
        OffsetAndTimestamp start =
                consumer.offsetsForTimes(Map.of(partition, time), PATIENCE).get(partition);
        if (start == null) {
            return;
        }
        consumer.seek(partition, start.offset());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL).records(partition)) {
                if (message.timestamp() > time) {
                    return;
                }
                if (Arrays.equals(message.key(), wanted)) {
                    events.add(event(message));
                }
            }
            if (consumer.position(partition)
                    >= consumer.endOffsets(List.of(partition)).get(partition)) {
                return;
            }
        }
    }

    private RecordedEvent event(ConsumerRecord<byte[], byte[]> message) {
        return new RecordedEvent(
                codec.decode(message.value()),
                header(message, MessageHeaders.ID),
                header(message, MessageHeaders.TYPE),
                message.timestamp(),
                header(message, MessageHeaders.CORRELATION_ID),
                header(message, MessageHeaders.CAUSATION_ID));
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
