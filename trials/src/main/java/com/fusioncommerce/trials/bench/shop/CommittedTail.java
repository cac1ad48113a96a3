package com.fusioncommerce.trials.bench.shop;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Tails topics, read committed, in its own thread. */
public final class CommittedTail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<ConsumerRecord<byte[], byte[]>> reader;
    private final CompletableFuture<Void> failed = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "tail");
    private volatile boolean closing;

    /** Starts at the end of the topics; returns once positioned there. The reader is called by one thread. */
    public CommittedTail(PlatformConfig config, List<Topic> topics, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        this.consumer = CommittedTopics.fromEnd(config, topics);
        this.reader = reader;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!closing) {
                consumer.poll(POLL).forEach(reader);
            }
        } catch (RuntimeException e) {
            failed.completeExceptionally(e);
        } finally {
            consumer.close();
        }
    }

    /**
     * Stops the thread.
     *
     * @throws java.util.concurrent.CompletionException if reading has failed
     */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failed.complete(null);
        failed.join();
    }
}
