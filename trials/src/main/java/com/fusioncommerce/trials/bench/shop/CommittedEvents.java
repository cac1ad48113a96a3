package com.fusioncommerce.trials.bench.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.RegistryConfig;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Read-committed reader of topics, as any client could write it. For one thread. */
public final class CommittedEvents implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroCodec codec;

    /**
     * An event.
     *
     * @param id CloudEvents id
     * @param type CloudEvents type
     * @param timestamp of the record, milliseconds since the epoch
     */
    public record Event(String key, String id, String type, long timestamp, SpecificRecord value) {}

    /** Reads from topics of a platform. */
    public CommittedEvents(PlatformConfig config, List<Topic> topics) {
        this.consumer = CommittedTopics.consumer(config, topics);
        this.codec = new AvroCodec(SchemaRegistry.connect(RegistryConfig.of(config.registryUrl())));
    }

    /** The last stable offset of each partition. */
    public Map<TopicPartition, Long> end() {
        return new HashMap<>(consumer.endOffsets(consumer.assignment()));
    }

    /** Reads every event from these offsets to the last stable offsets, each partition in order. */
    public void read(Map<TopicPartition, Long> from, Consumer<Event> reader) {
        Map<TopicPartition, Long> end = end();
        from.forEach(consumer::seek);
        while (end.entrySet().stream().anyMatch(stop -> consumer.position(stop.getKey()) < stop.getValue())) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                reader.accept(event(message));
            }
        }
    }

    private Event event(ConsumerRecord<byte[], byte[]> message) {
        return new Event(
                new String(message.key(), UTF_8),
                MessageHeaders.text(message.headers(), MessageHeaders.ID, ""),
                MessageHeaders.text(message.headers(), MessageHeaders.TYPE, ""),
                message.timestamp(),
                codec.decode(message.value()));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
