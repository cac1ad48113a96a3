package com.fusioncommerce.api.events;

import com.fusioncommerce.api.threads.Bulkhead;
import com.fusioncommerce.api.threads.Holder;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Live events for all streams from one consumer. A resuming stream first catches up by a consumer of its own
 * ({@link CatchUp}) and then joins; each stream tracks its offset in every partition, so that no event is duplicated or
 * lost at the switch.
 */
public final class EventHub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Map<String, Object> config;
    private final AvroCodec codec;
    private final Bulkhead catchUps;
    private final Queue<Consumer<byte[], byte[]>> idle = new ConcurrentLinkedQueue<>();
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "events");
    private final Object turn = new Object();
    private EventPosition position;
    private volatile boolean ready;

    /** Creates a hub on these brokers; resuming streams catch up on the threads of {@code catchUps}. */
    public EventHub(String bootstrapServers, AvroCodec codec, Bulkhead catchUps) {
        this.config = KafkaClients.reader(bootstrapServers, "events");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        this.codec = codec;
        this.catchUps = catchUps;
        thread.setDaemon(true);
    }

    /** Starts to read at the end of the log. */
    public void start() {
        thread.start();
    }

    /** Whether streams can be opened. */
    public boolean isReady() {
        return ready;
    }

    /** Number of live streams. */
    public int subscribers() {
        return subscribers.size();
    }

    /** Opens a stream: at the hub's position if {@code from} is null, otherwise at {@code from}. */
    void subscribe(Subscriber subscriber, EventPosition from) {
        if (from == null) {
            synchronized (turn) {
                subscriber.startAt(position.copy());
                subscribers.add(subscriber);
            }
        } else {
            subscriber.startAt(from);
            new CatchUp(this, subscriber).queue();
        }
    }

    /** Joins a subscriber to the live events if it has caught up; false otherwise. */
    boolean join(Subscriber subscriber) {
        synchronized (turn) {
            return subscriber.position().reaches(position) && subscribers.add(subscriber);
        }
    }

    void leave(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** The catch-up threads of a holder. */
    Executor catchUps(Holder holder) {
        return catchUps.of(holder);
    }

    /** Borrows a consumer for a turn; there are as many as catch-up threads, each opened once. */
    Consumer<byte[], byte[]> borrow() {
        Consumer<byte[], byte[]> opened = idle.poll();
        return opened == null ? consumer() : opened;
    }

    void giveBack(Consumer<byte[], byte[]> consumer) {
        idle.add(consumer);
        if (isStopped()) {
            closeIdle();
        }
    }

    private void closeIdle() {
        for (Consumer<byte[], byte[]> consumer = idle.poll(); consumer != null; consumer = idle.poll()) {
            consumer.close();
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(EventPosition.all());
        return consumer;
    }

    LogEvent event(ConsumerRecord<byte[], byte[]> message) {
        return new LogEvent(message, codec);
    }

    private void run() {
        while (!isStopped()) {
            try (Consumer<byte[], byte[]> consumer = consumer()) {
                seek(consumer);
                ready = true;
                read(consumer);
            } catch (KafkaException e) {
                LOG.error("reading events failed, trying again", e);
            }
            ready = false;
            pause();
        }
    }

    private void seek(Consumer<byte[], byte[]> consumer) {
        synchronized (turn) {
            if (position == null) {
                EventPosition end = EventPosition.start();
                consumer.endOffsets(EventPosition.all()).forEach(end::set);
                position = end;
            }
            EventPosition.all().forEach(partition -> consumer.seek(partition, position.of(partition)));
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        long heartbeatAt = System.nanoTime() + HEARTBEAT.toNanos();
        while (!isStopped()) {
            ConsumerRecords<byte[], byte[]> messages = consumer.poll(POLL);
            if (!messages.isEmpty()) {
                dispatch(messages);
            }
            if (System.nanoTime() - heartbeatAt > 0) {
                subscribers.forEach(subscriber -> subscriber.connection().heartbeat());
                heartbeatAt = System.nanoTime() + HEARTBEAT.toNanos();
            }
        }
    }

    private void dispatch(ConsumerRecords<byte[], byte[]> messages) {
        synchronized (turn) {
            if (subscribers.isEmpty()) {
                passBy(messages);
                return;
            }
            List<Subscriber> gone = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> message : messages) {
                LogEvent event = event(message);
                position.advance(event.partition(), event.offset());
                for (Subscriber subscriber : subscribers) {
                    if (!give(subscriber, event)) {
                        gone.add(subscriber);
                    }
                }
                gone.forEach(subscribers::remove);
                gone.clear();
            }
            subscribers.forEach(subscriber -> subscriber.connection().push());
        }
    }

    /** Only advances the position, since there are no subscribers. */
    private void passBy(ConsumerRecords<byte[], byte[]> messages) {
        for (TopicPartition partition : messages.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> read = messages.records(partition);
            position.advance(partition, read.get(read.size() - 1).offset());
        }
    }

    /** Passes an event to a subscriber; an event that cannot be deserialized is skipped for all. */
    static boolean give(Subscriber subscriber, LogEvent event) {
        try {
            return subscriber.take(event);
        } catch (SerializationException e) {
            LOG.warn("event at {} offset {} cannot be read", event.partition(), event.offset(), e);
            return true;
        }
    }

    private void pause() {
        try {
            if (stopped.await(1, TimeUnit.SECONDS)) {
                LOG.debug("events end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    /** Ends every stream and stops reading. */
    @Override
    public void close() {
        stopped.countDown();
        closeIdle();
        subscribers.forEach(
                subscriber -> subscriber.connection().end("fusion.closing", "{\"detail\":\"The server stops.\"}"));
        try {
            if (thread.isAlive()) {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
