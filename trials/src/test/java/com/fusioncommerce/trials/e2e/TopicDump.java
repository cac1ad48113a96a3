package com.fusioncommerce.trials.e2e;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every committed record of every topic of the catalogue, as bytes and as decoded by Java. */
final class TopicDump {
    private static final Duration POLL = Duration.ofMillis(100);

    private TopicDump() {}

    /**
     * One record.
     *
     * @param value bytes in base64
     * @param expected decoded fields; integers as texts, which JSON keeps exactly
     */
    record Line(String topic, String place, String value, Object expected) {}

    static List<Line> of(PlatformConfig config) {
        AvroCodec codec = new AvroCodec(SchemaRegistry.connect(config.registry()));
        List<Line> lines = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", config.kafka(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Topics.all().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.value() != null) {
                        lines.add(line(record, codec));
                    }
                }
            }
        }
        return lines;
    }

    private static Line line(ConsumerRecord<byte[], byte[]> record, AvroCodec codec) {
        return new Line(
                record.topic(),
                record.topic() + "-" + record.partition() + "@" + record.offset(),
                Base64.getEncoder().encodeToString(record.value()),
                plain(codec.decode(record.value())));
    }

    private static Object plain(Object value) {
        if (value instanceof SpecificRecord record) {
            Map<String, Object> fields = new HashMap<>();
            for (Schema.Field field : record.getSchema().getFields()) {
                fields.put(field.name(), plain(record.get(field.pos())));
            }
            return fields;
        }
        if (value instanceof List<?> items) {
            return items.stream().map(TopicDump::plain).toList();
        }
        if (value instanceof GenericFixed fixed) {
            return Base64.getEncoder().encodeToString(fixed.bytes());
        }
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return Base64.getEncoder().encodeToString(copy);
        }
        if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
            return Long.toString(number.longValue());
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        return value instanceof Enum<?> || value instanceof CharSequence ? value.toString() : value;
    }
}
