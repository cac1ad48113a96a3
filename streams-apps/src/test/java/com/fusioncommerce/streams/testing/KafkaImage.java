package com.fusioncommerce.streams.testing;

import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The committed records of a broker's topics, to be copied to another.
 *
 * @param partitions of each topic
 * @param records in the order of their offsets within a partition
 */
public record KafkaImage(Map<String, Integer> partitions, List<ConsumerRecord<byte[], byte[]>> records) {
    private static final Duration POLL = Duration.ofMillis(200);

    /** Reads the topics of a broker that {@code wanted} accepts; nobody may write to them meanwhile. */
    public static KafkaImage of(EmbeddedKafka kafka, Predicate<String> wanted) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<String, Integer> partitions = new TreeMap<>();
            List<TopicPartition> all = new ArrayList<>();
            consumer.listTopics().forEach((topic, infos) -> {
                if (!topic.startsWith("__") && wanted.test(topic)) {
                    partitions.put(topic, infos.size());
                    infos.forEach(info -> all.add(new TopicPartition(topic, info.partition())));
                }
            });
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(records::add);
            }
            return new KafkaImage(partitions, records);
        }
    }

    /** Writes the records to another broker, with missing topics created and values converted by {@code rewrite}. */
    public void putOn(EmbeddedKafka kafka, UnaryOperator<byte[]> rewrite) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            Set<String> present = admin.listTopics().names().get();
            partitions.forEach((topic, count) -> {
                if (!present.contains(topic)) {
                    kafka.createTopic(topic, count);
                }
            });
            List<java.util.concurrent.Future<?>> sent = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> message : records) {
                sent.add(producer.send(new ProducerRecord<>(
                        message.topic(),
                        message.partition(),
                        message.timestamp(),
                        message.key(),
                        rewrite.apply(message.value()),
                        message.headers())));
            }
            for (java.util.concurrent.Future<?> one : sent) {
                one.get();
            }
        }
    }

    /** Commits the end offsets of these topics for a consumer group. */
    public static void commitEnds(EmbeddedKafka kafka, String group, Set<String> topics) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            topics.forEach(topic -> consumer.partitionsFor(topic)
                    .forEach(info -> all.add(new TopicPartition(topic, info.partition()))));
            consumer.assign(all);
            Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
            consumer.endOffsets(all).forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end)));
            consumer.commitSync(ends);
        }
    }
}
