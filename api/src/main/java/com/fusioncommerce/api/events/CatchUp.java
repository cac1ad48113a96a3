package com.fusioncommerce.api.events;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a stream that resumes up to the hub: reads the log from where the stream stopped until nothing lies between it
 * and the hub, then lets it join. Waits where the connection is slow, for a bounded time.
 */
final class CatchUp implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final EventHub hub;
    private final Subscriber subscriber;

    CatchUp(EventHub hub, Subscriber subscriber) {
        this.hub = hub;
        this.subscriber = subscriber;
    }

    @Override
    public void run() {
        try (Consumer<byte[], byte[]> consumer = hub.consumer()) {
            clampToLog(consumer);
            while (!hub.isStopped() && !subscriber.connection().isClosed()) {
                if (hub.join(subscriber)) {
                    return;
                }
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    awaitRoom();
                    EventHub.give(subscriber, hub.event(message));
                    subscriber.connection().push();
                }
                passBy(consumer);
            }
        } catch (KafkaException e) {
            LOG.warn("a stream could not be resumed", e);
            subscriber.connection().end("fusion.closing", "{\"detail\":\"The log did not answer. Resume again.\"}");
        }
    }

    /** An id from before the log was wiped points beyond its end: such a stream starts at the end, and is told. */
    private void clampToLog(Consumer<byte[], byte[]> consumer) {
        boolean reset = false;
        for (Map.Entry<TopicPartition, Long> end :
                consumer.endOffsets(EventPosition.all()).entrySet()) {
            if (subscriber.position().of(end.getKey()) > end.getValue()) {
                subscriber.position().set(end.getKey(), end.getValue());
                reset = true;
            }
            consumer.seek(end.getKey(), subscriber.position().of(end.getKey()));
        }
        if (reset) {
            subscriber
                    .connection()
                    .send(
                            subscriber.position().encode(),
                            "fusion.reset",
                            "{\"detail\":\"The log is not the one that the id came from.\"}");
        }
    }

    /** Markers of transactions have offsets too, and are no events: the consumer's own position counts. */
    private void passBy(Consumer<byte[], byte[]> consumer) {
        for (TopicPartition partition : EventPosition.all()) {
            long reached = consumer.position(partition);
            if (reached > subscriber.position().of(partition)) {
                subscriber.position().set(partition, reached);
            }
        }
    }

    private void awaitRoom() {
        long until = System.nanoTime() + PATIENCE_NS;
        while (!subscriber.connection().hasRoom()
                && !subscriber.connection().isClosed()
                && !hub.isStopped()
                && System.nanoTime() < until) {
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
