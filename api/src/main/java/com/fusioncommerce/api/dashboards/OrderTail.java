package com.fusioncommerce.api.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.KafkaClients;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The times of each tenant's newest order events in the log. Reads the end of the log only while queries ask for it,
 * for all tenants at once. Committed events count; transaction markers do not. Safe for threads.
 */
final class OrderTail {
    /** Types of the events with a row in Druid: those with the order's summary, not the intermediate steps. */
    private static final Set<String> COUNTED = Topics.events("orders").values().stream()
            .filter(event -> SpecificData.get().getSchema(event).getField("summary") != null)
            .map(Messages::nameOf)
            .collect(Collectors.toUnmodifiableSet());

    private static final int RECORDS_BACK = 1_000;
    private static final int MOST_TENANTS = 1_000;
    private static final int MOST_TIMES = 512;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> config;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<String, NavigableSet<Instant>> times = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NavigableSet<Instant>> eldest) {
            return size() > MOST_TENANTS;
        }
    };
    private final ReentrantLock reading = new ReentrantLock();
    private Long readAt;
    private volatile KafkaException failure;

    OrderTail(String bootstrapServers) {
        this.config = KafkaClients.reader(bootstrapServers, "dashboards");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.partitions = IntStream.range(0, Topics.events("orders").partitions())
                .mapToObj(
                        partition -> new TopicPartition(Topics.events("orders").name(), partition))
                .toList();
    }

    /**
     * The time of a tenant's first event that is newer than the newest counted one; empty if all are counted. Covers
     * some 1,000 records per partition before the log's end at the first call.
     *
     * @throws KafkaException if the log cannot be read
     */
    Optional<Instant> firstAfter(String tenant, Instant counted) {
        if (reading.tryLock()) {
            try {
                read();
            } finally {
                reading.unlock();
            }
        }
        KafkaException failed = failure;
        if (failed != null) {
            throw failed;
        }
        synchronized (times) {
            NavigableSet<Instant> known = times.getOrDefault(tenant, new TreeSet<>());
            known.headSet(counted, true).clear();
            return known.isEmpty() ? Optional.empty() : Optional.of(known.first());
        }
    }

    /**
     * Reads the log for all callers; concurrent callers get the previous result, so that a slow broker blocks one
     * thread only.
     */
    private void read() {
        long now = System.nanoTime();
        if (readAt != null && now - readAt < FRESH_NANOS) {
            return;
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, PATIENCE);
            for (TopicPartition partition : partitions) {
                long least = Math.max(starts.get(partition), ends.get(partition) - RECORDS_BACK);
                consumer.seek(partition, Math.max(next.getOrDefault(partition, 0L), least));
            }
            while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))
                    && System.nanoTime() - now < PATIENCE.toNanos()) {
                take(consumer.poll(POLL));
            }
            partitions.forEach(partition -> next.put(partition, consumer.position(partition)));
            failure = null;
        } catch (KafkaException e) {
            failure = e;
        }
        readAt = System.nanoTime();
    }

    private void take(ConsumerRecords<byte[], byte[]> messages) {
        synchronized (times) {
            messages.forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> message) {
        String at = MessageHeaders.text(message.headers(), MessageHeaders.TIME, null);
        if (message.key() == null
                || at == null
                || !COUNTED.contains(MessageHeaders.text(message.headers(), MessageHeaders.TYPE, ""))) {
            return;
        }
        NavigableSet<Instant> known =
                times.computeIfAbsent(Keys.tenant(new String(message.key(), UTF_8)), tenant -> new TreeSet<>());
        known.add(Instant.parse(at));
        if (known.size() > MOST_TIMES) {
            // The oldest uncounted event dates the gap, the newest tells whether there is one.
            known.remove(known.higher(known.first()));
        }
    }
}
