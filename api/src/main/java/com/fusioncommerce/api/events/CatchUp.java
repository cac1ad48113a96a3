package com.fusioncommerce.api.events;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Catches a resuming stream up with the hub: reads the log from the stream's position until it reaches the hub's, then
 * joins the stream to the hub. It runs in turns with other streams. While the client does not read, it holds neither a
 * thread nor a consumer; the next turn is queued when the connection has room again.
 */
final class CatchUp implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long TURN_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private final EventHub hub;
    private final Subscriber subscriber;
    private boolean clamped;

    CatchUp(EventHub hub, Subscriber subscriber) {
        this.hub = hub;
        this.subscriber = subscriber;
    }

    /** Queues the next turn. */
    void queue() {
        try {
            hub.catchUps(subscriber.holder()).execute(this);
        } catch (RejectedExecutionException e) {
            LOG.warn("too many streams resume", e);
            end("Too many streams resume.");
        }
    }

    @Override
    public void run() {
        if (isOver()) {
            return;
        }
        Consumer<byte[], byte[]> consumer = hub.borrow();
        try {
            turn(consumer);
            hub.giveBack(consumer);
        } catch (KafkaException e) {
            consumer.close();
            LOG.warn("a stream could not be resumed", e);
            end("The log did not answer.");
        }
    }

    private void turn(Consumer<byte[], byte[]> consumer) {
        seek(consumer);
        long until = System.nanoTime() + TURN_NS;
        while (!isOver()) {
            if (hub.join(subscriber)) {
                return;
            }
            if (System.nanoTime() > until) {
                queue();
                return;
            }
            if (!give(consumer.poll(POLL))) {
                subscriber.connection().whenRoom(this::queue);
                return;
            }
            passBy(consumer);
        }
    }

    /** Sends events; false if the connection is full. The stream's position is then that of the last event sent. */
    private boolean give(ConsumerRecords<byte[], byte[]> messages) {
        SseConnection connection = subscriber.connection();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            if (!connection.hasRoom()) {
                connection.push();
            }
            if (!connection.hasRoom()) {
                return false;
            }
            EventHub.give(subscriber, hub.event(message));
        }
        connection.push();
        return true;
    }

    private boolean isOver() {
        return hub.isStopped() || subscriber.connection().isClosed();
    }

    private void end(String why) {
        subscriber.connection().end("fusion.closing", "{\"detail\":\"" + why + " Resume again.\"}");
    }

    private void seek(Consumer<byte[], byte[]> consumer) {
        if (!clamped) {
            clampToLog(consumer);
            clamped = true;
        }
        for (TopicPartition partition : EventPosition.all()) {
            consumer.seek(partition, subscriber.position().of(partition));
        }
    }

    /**
     * Clamps a position beyond the log's end, from before the log was wiped: the stream starts at the end, and is
     * notified.
     */
    private void clampToLog(Consumer<byte[], byte[]> consumer) {
        boolean reset = false;
        for (Map.Entry<TopicPartition, Long> end :
                consumer.endOffsets(EventPosition.all()).entrySet()) {
            if (subscriber.position().of(end.getKey()) > end.getValue()) {
                subscriber.position().set(end.getKey(), end.getValue());
                reset = true;
            }
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

    /** Advances past transaction markers, which have offsets but are no events, to the consumer's own position. */
    private void passBy(Consumer<byte[], byte[]> consumer) {
        for (TopicPartition partition : EventPosition.all()) {
            long reached = consumer.position(partition);
            if (reached > subscriber.position().of(partition)) {
                subscriber.position().set(partition, reached);
            }
        }
    }
}
