package com.fusioncommerce.streams.deadletters;

import com.fusioncommerce.schemas.KafkaClients;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.streams.query.Patience;
import com.fusioncommerce.streams.query.UnavailableException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the dead letters of any number of topics with one consumer. Not thread-safe. */
final class DeadLetterReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private static final int FETCH_WAIT_MS = 5;
    private static final int ANSWER_MS = 2 * (int) KafkaClients.ANSWER.toMillis();

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    DeadLetterReader(String bootstrapServers) {
        admin = Admin.create(KafkaClients.client(bootstrapServers, "dead-letters-ends"));
        Map<String, Object> config = KafkaClients.reader(bootstrapServers, "dead-letters");
        // A fetch that waits at the end of a topic delays the fetches of the next reading.
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * The end offsets of these topics' dead letters, with those of open transactions: a reader of committed records
     * waits there for these transactions, and so sees every note that is committed by now.
     *
     * @throws UnavailableException if the brokers do not answer
     */
    Map<Topic, Long> ends(Collection<Topic> topics) {
        Map<TopicPartition, Topic> partitions = partitions(topics);
        ListOffsetsResult asked = admin.listOffsets(
                partitions.keySet().stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())),
                new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED).timeoutMs(ANSWER_MS));
        try {
            Map<Topic, Long> ends = new HashMap<>();
            for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                    asked.all().get().entrySet()) {
                ends.put(partitions.get(end.getKey()), end.getValue().offset());
            }
            return ends;
        } catch (ExecutionException e) {
            throw unavailable(topics, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(topics, e);
        }
    }

    /**
     * Passes on the records from an offset to the end offsets, in order within each topic.
     *
     * @throws UnavailableException if the brokers do not answer in time
     */
    void read(
            long from,
            Map<Topic, Long> ends,
            Patience patience,
            BiConsumer<Topic, ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Topic> open = partitions(ends.keySet());
        try {
            consumer.assign(open.keySet());
            // Partitions that the previous reading paused stay paused if they are assigned again.
            consumer.resume(open.keySet());
            consumer.beginningOffsets(open.keySet()).forEach((partition, begin) -> {
                long end = ends.get(open.get(partition));
                consumer.seek(partition, Math.max(begin, Math.min(from, end)));
            });
            leaveWhatIsRead(open, ends);
            while (!open.isEmpty()) {
                patience.require();
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    Topic topic = open.get(new TopicPartition(record.topic(), record.partition()));
                    if (topic != null && record.offset() < ends.get(topic)) {
                        records.accept(topic, record);
                    }
                }
                leaveWhatIsRead(open, ends);
            }
        } catch (KafkaException e) {
            throw unavailable(ends.keySet(), e);
        }
    }

    private void leaveWhatIsRead(Map<TopicPartition, Topic> open, Map<Topic, Long> ends) {
        Set<TopicPartition> done = open.keySet().stream()
                .filter(partition -> consumer.position(partition) >= ends.get(open.get(partition)))
                .collect(Collectors.toSet());
        consumer.pause(done);
        open.keySet().removeAll(done);
    }

    private static Map<TopicPartition, Topic> partitions(Collection<Topic> topics) {
        Map<TopicPartition, Topic> partitions = new HashMap<>();
        topics.forEach(topic -> partitions.put(new TopicPartition(topic.deadLetters(), 0), topic));
        return partitions;
    }

    private static UnavailableException unavailable(Collection<Topic> topics, Throwable cause) {
        String names = topics.stream().map(Topic::name).sorted().collect(Collectors.joining(", "));
        return new UnavailableException("the dead letters of " + names + " could not be read", cause);
    }

    @Override
    public void close() {
        admin.close();
        consumer.close();
    }
}
