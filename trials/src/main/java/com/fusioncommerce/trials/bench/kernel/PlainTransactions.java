package com.fusioncommerce.trials.bench.kernel;

import com.fusioncommerce.schemas.ServedTopics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Baseline without decisions: a transactional producer writes as many records of the same size as an order causes, into
 * as many topics, and commits as often; a read-committed consumer reads them. No kernel can save this cost of broker
 * and clients.
 */
final class PlainTransactions {
    private static final Duration COMMIT_EVERY = Duration.ofMillis(10);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrap;
    private final List<String> topics;
    private final int recordBytes;
    private volatile boolean written;

    /**
     * Traffic of one pool.
     *
     * @param records per order, each in its own topic
     * @param recordBytes average size of a record
     */
    PlainTransactions(String bootstrap, int records, int recordBytes) {
        this.bootstrap = bootstrap;
        this.recordBytes = recordBytes;
        this.topics =
                IntStream.range(0, records).mapToObj(n -> "bench.plain-" + n).toList();
    }

    /** Orders a second that this baseline achieves. */
    double run(Duration window) throws ExecutionException, InterruptedException {
        createTopics();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                KafkaProducer<byte[], byte[]> producer = producer()) {
            Thread reader = new Thread(() -> read(consumer), "plain-reader");
            reader.start();
            producer.initTransactions();
            long start = System.nanoTime();
            long orders = 0;
            long now = start;
            while (now - start < window.toNanos()) {
                orders += transaction(producer, now + COMMIT_EVERY.toNanos());
                now = System.nanoTime();
            }
            double perSecond = orders * 1e9 / (now - start);
            written = true;
            reader.join();
            return perSecond;
        }
    }

    private long transaction(KafkaProducer<byte[], byte[]> producer, long until) {
        producer.beginTransaction();
        long orders = 0;
        while (System.nanoTime() < until) {
            for (String topic : topics) {
                var unused = producer.send(new ProducerRecord<>(topic, new byte[16], new byte[recordBytes]));
            }
            orders++;
        }
        producer.commitTransaction();
        return orders;
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        while (!written) {
            consumer.poll(POLL);
        }
    }

    private void createTopics() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            ServedTopics.create(
                    admin,
                    topics.stream()
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList());
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bench-plain");
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(
                topics.stream().map(topic -> new TopicPartition(topic, 0)).toList());
        return consumer;
    }
}
