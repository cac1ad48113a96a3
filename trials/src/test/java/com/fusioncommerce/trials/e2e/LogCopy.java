package com.fusioncommerce.trials.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Copies a tenant's log to another cluster, dropping or duplicating chosen records. */
final class LogCopy {
    private static final Duration POLL = Duration.ofMillis(100);

    private LogCopy() {}

    /** Writes each committed record as many times as {@code times} says, in its partition and order. */
    static void of(String from, String to, String tenant, ToIntFunction<ConsumerRecord<byte[], byte[]>> times) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", from, "isolation.level", "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", to), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<TopicPartition> partitions = Topics.all().stream()
                    .flatMap(topic -> partitions(consumer, topic))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (new String(record.key(), UTF_8).startsWith(tenant + "/")) {
                        write(producer, record, times.applyAsInt(record));
                    }
                }
            }
        }
    }

    private static Stream<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()));
    }

    private static void write(
            KafkaProducer<byte[], byte[]> producer, ConsumerRecord<byte[], byte[]> record, int times) {
        for (int i = 0; i < times; i++) {
            var unused = producer.send(new ProducerRecord<>(
                    record.topic(),
                    record.partition(),
                    record.timestamp(),
                    record.key(),
                    record.value(),
                    record.headers()));
        }
    }
}
