package com.fusioncommerce.flink.testing;

import com.fusioncommerce.flink.stream.RawHeader;
import com.fusioncommerce.flink.stream.RawRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes raw records to a real broker, and reads what was committed to a topic. */
public final class KafkaProbe implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** A probe of the broker at this address. */
    public KafkaProbe(String bootstrap) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Writes records, and returns when the broker has acknowledged them. */
    public void write(List<RawRecord> records) {
        for (RawRecord raw : records) {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(raw.topic(), raw.partition(), raw.key(), raw.value());
            for (RawHeader header : raw.headers()) {
                record.headers().add(header.name(), header.value());
            }
            var unused = producer.send(record);
        }
        producer.flush();
    }

    /** All committed records of a topic, as soon as there are that many, or the time limit ends. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic, int atLeast) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (records.size() < atLeast && Instant.now().isBefore(deadline)) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        return records;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
