package com.fusioncommerce.api.commands;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.KafkaClients;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads committed outcomes from this instance's own partition, from the end of the log at the first start, and passes
 * final ones on. Ready once it has its position: the outcome of a command sent before could be missed. After a failure
 * it resumes at its last position.
 */
final class OutcomeReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BACKOFF = Duration.ofSeconds(1);
    private static final long UNKNOWN = -1;

    private final Map<String, Object> config;
    private final TopicPartition partition;
    private final AvroCodec codec;
    private final Consumer<CommandOutcome> outcomes;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean ready;
    private long next = UNKNOWN;

    OutcomeReader(String bootstrapServers, int partition, AvroCodec codec, Consumer<CommandOutcome> outcomes) {
        this.config = KafkaClients.reader(bootstrapServers, "outcomes-" + partition);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        this.partition = new TopicPartition(Topics.OUTCOMES.name(), partition);
        this.codec = codec;
        this.outcomes = outcomes;
        this.thread = new Thread(this::run, "outcomes");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Whether the outcome of a command that is sent now will be read. */
    boolean isReady() {
        return ready;
    }

    private void run() {
        boolean goOn = true;
        while (goOn) {
            try {
                read();
            } catch (WakeupException e) {
                LOG.debug("told to stop");
            } catch (KafkaException e) {
                LOG.error("reading outcomes failed, trying again", e);
            } finally {
                ready = false;
            }
            goOn = !stopsWithin(BACKOFF);
        }
    }

    private void read() {
        try (KafkaConsumer<byte[], byte[]> opened =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer = opened;
            opened.assign(List.of(partition));
            if (next == UNKNOWN) {
                opened.seekToEnd(List.of(partition));
                next = opened.position(partition);
            } else {
                opened.seek(partition, next);
            }
            ready = true;
            while (stopped.getCount() > 0) {
                for (ConsumerRecord<byte[], byte[]> message : opened.poll(POLL)) {
                    next = message.offset() + 1;
                    hand(message);
                }
            }
        }
    }

    private void hand(ConsumerRecord<byte[], byte[]> message) {
        try {
            CommandOutcome outcome = codec.decode(message.value(), CommandOutcome.class);
            if (outcome.getStatus() != OutcomeStatus.PENDING) {
                outcomes.accept(outcome);
            }
        } catch (SerializationException e) {
            LOG.error("outcome at {} offset {} cannot be read", partition, message.offset(), e);
        }
    }

    private boolean stopsWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
