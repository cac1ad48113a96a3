package com.fusioncommerce.streams.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.KafkaClients;
import com.fusioncommerce.schemas.Topic;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one aggregate's events from their topic. A state keeps the time of each of its events, and the topic has an
 * index by time, so an aggregate's history needs no second store. Thread-safe: as many threads read at a time as there
 * are consumers, which are opened on demand; further threads wait.
 */
public final class EventLog implements AutoCloseable {
    /** Longest wait of a fetch at the topic's end, which delays the broker's answer to the consumer's next request. */
    private static final int FETCH_WAIT_MS = 2;

    private static final int FETCH_BYTES = 128 << 10;

    private final String bootstrapServers;
    private final AvroCodec codec;
    private final Semaphore free;
    private final Queue<Consumer<byte[], byte[]>> idle = new ConcurrentLinkedQueue<>();
    private final int readers;

    /** The log on these brokers, for at most {@code readers} readings at a time. */
    public EventLog(String bootstrapServers, AvroCodec codec, int readers) {
        this.bootstrapServers = bootstrapServers;
        this.codec = codec;
        this.readers = readers;
        this.free = new Semaphore(readers);
    }

    /** Maximum number of readings at a time. */
    public int readers() {
        return readers;
    }

    /**
     * The events of an aggregate, oldest first.
     *
     * @param topic their topic
     * @param key the aggregate's key
     * @param times when they were recorded, milliseconds since the epoch
     * @param patience time limit, and whether a caller still waits
     * @throws UnavailableException if not all can be read in time
     * @throws HistoryTooLargeException if they have more bytes than one reading may hold
     * @throws java.util.concurrent.CancellationException if no caller waits any more
     */
    public List<RecordedEvent> read(Topic topic, String key, List<Long> times, Patience patience) {
        awaitTurn(patience);
        Consumer<byte[], byte[]> consumer = idle.poll();
        try {
            if (consumer == null) {
                consumer = open();
            }
            return new EventLogReading(
                            consumer,
                            new TopicPartition(topic.name(), topic.partitionOf(key)),
                            key.getBytes(UTF_8),
                            times,
                            patience)
                    .run().stream()
                            .map(message -> RecordedEvent.of(message, codec))
                            .toList();
        } catch (KafkaException e) {
            throw new UnavailableException("the log could not be read", e);
        } finally {
            if (consumer != null) {
                idle.add(consumer);
            }
            free.release();
        }
    }

    private void awaitTurn(Patience patience) {
        try {
            while (!free.tryAcquire(Patience.LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS)) {
                patience.require();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("the reading was interrupted", e);
        }
    }

    private Consumer<byte[], byte[]> open() {
        Map<String, Object> config = KafkaClients.reader(bootstrapServers, "event-log");
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Waits for running readings and closes the consumers; may be called again. */
    @Override
    public void close() {
        free.acquireUninterruptibly(readers);
        try {
            for (Consumer<byte[], byte[]> consumer = idle.poll(); consumer != null; consumer = idle.poll()) {
                consumer.close();
            }
        } finally {
            free.release(readers);
        }
    }
}
