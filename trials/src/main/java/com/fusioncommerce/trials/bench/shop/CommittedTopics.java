package com.fusioncommerce.trials.bench.shop;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.KafkaClients;
import com.fusioncommerce.schemas.Topic;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Creates consumers for benchmarks: all partitions, read committed, no consumer group. */
public final class CommittedTopics {
    private static final int AT_ONCE = 5_000;

    private CommittedTopics() {}

    /** A consumer assigned to every partition of the topics, without a position. */
    public static KafkaConsumer<byte[], byte[]> consumer(PlatformConfig config, List<Topic> topics) {
        Map<String, Object> settings = KafkaClients.reader(config.kafka(), "bench");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
                .toList());
        return consumer;
    }

    /** The same, positioned at the last stable offsets. */
    public static KafkaConsumer<byte[], byte[]> fromEnd(PlatformConfig config, List<Topic> topics) {
        KafkaConsumer<byte[], byte[]> consumer = consumer(config, topics);
        consumer.endOffsets(consumer.assignment()).forEach(consumer::seek);
        return consumer;
    }
}
