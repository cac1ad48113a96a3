package com.fusioncommerce.trials.bench.kernel;

import com.fusioncommerce.schemas.Topic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends commands, and counts decided ones by the group's offsets, committed in the outcomes' transactions. */
final class CommandFeed implements AutoCloseable {
    private static final long PATIENCE_S = 30;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;
    private final String group;
    private final List<TopicPartition> partitions;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    CommandFeed(String bootstrap, String group, Topic topic) {
        this.group = group;
        this.partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        2,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 << 10),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    /**
     * Sends a command asynchronously.
     *
     * @throws IllegalStateException if an earlier command could not be written
     */
    void send(ProducerRecord<byte[], byte[]> command) {
        if (failure.get() != null) {
            throw new IllegalStateException("a command was not taken", failure.get());
        }
        var unused = producer.send(command, (sent, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }

    /** Commands decided since the topic was created. The topic holds nothing else, so that offsets count commands. */
    long decided() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_S, TimeUnit.SECONDS);
        return partitions.stream()
                .map(committed::get)
                .filter(Objects::nonNull)
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
