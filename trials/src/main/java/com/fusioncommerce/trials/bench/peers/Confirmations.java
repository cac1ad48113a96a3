package com.fusioncommerce.trials.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.RegistryConfig;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.orders.DecidedBy;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.trials.bench.Await;
import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.shop.CommittedTopics;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Read-committed consumer of orders' events: which orders the fraud gate has decided, and after what time. */
final class Confirmations implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration STRAGGLERS = Duration.ofSeconds(20);
    private static final long LONGEST_US = TimeUnit.MINUTES.toMicros(5);

    private final AvroCodec codec;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Long> undecided = new HashMap<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile IOException failure;
    private boolean idle;
    private Window window = new Window(Long.MAX_VALUE);

    /** Decisions on the orders created in a window. */
    private static final class Window {
        private final long from;
        private final Histogram micros = new Histogram(LONGEST_US, 3);
        private final Map<DecidedBy, Long> by = new EnumMap<>(DecidedBy.class);
        private long confirmedUntil;
        private long until = Long.MAX_VALUE;

        Window(long from) {
            this.from = from;
        }
    }

    /**
     * Result of a window.
     *
     * @param perSecond orders confirmed in the window
     * @param latency from created to confirmed, of the orders created in it
     * @param by confirmations by decider
     */
    record Seen(double perSecond, Latency latency, Map<DecidedBy, Long> by) {
        /** Percentage of confirmations by the model. */
        double byModelPercent() {
            long all = by.values().stream().mapToLong(Long::longValue).sum();
            return all == 0 ? 0 : 100.0 * by.getOrDefault(DecidedBy.MODEL, 0L) / all;
        }
    }

    private Confirmations(PlatformConfig config) {
        this.codec = new AvroCodec(SchemaRegistry.connect(RegistryConfig.of(config.registryUrl())));
        this.consumer = CommittedTopics.fromEnd(config, List.of(Topics.events("orders")));
        this.thread = new Thread(this::watch, "confirmations");
    }

    /** Starts a consumer at the end of the topic. */
    static Confirmations watch(PlatformConfig config) {
        Confirmations confirmations = new Confirmations(config);
        confirmations.thread.setDaemon(true);
        confirmations.thread.start();
        return confirmations;
    }

    /** Opens the window. */
    synchronized void open() {
        window = new Window(System.currentTimeMillis());
    }

    /** Closes the window, and waits for decisions on the orders created in it. */
    Seen close(double seconds) throws IOException {
        synchronized (this) {
            window.until = System.currentTimeMillis();
        }
        Await.until("every order of the window is decided", STRAGGLERS, this::allDecided);
        if (failure != null) {
            throw failure;
        }
        synchronized (this) {
            return new Seen(window.confirmedUntil / seconds, Latency.ofMicros(window.micros), window.by);
        }
    }

    private synchronized boolean allDecided() {
        return failure != null || (idle && undecided.values().stream().noneMatch(this::isInWindow));
    }

    private boolean isInWindow(long time) {
        return time >= window.from && time < window.until;
    }

    private void watch() {
        try {
            while (!closing) {
                var records = consumer.poll(POLL);
                synchronized (this) {
                    records.forEach(this::saw);
                    idle = records.isEmpty();
                }
            }
        } catch (RuntimeException e) {
            failure = new IOException("the log of orders could not be read", e);
        } finally {
            consumer.close();
        }
    }

    private void saw(ConsumerRecord<byte[], byte[]> message) {
        String order = new String(message.key(), UTF_8);
        SpecificRecord event = codec.decode(message.value());
        if (event instanceof OrderCreated) {
            undecided.put(order, message.timestamp());
        } else if (event instanceof OrderConfirmed confirmed) {
            confirmed(
                    undecided.remove(order),
                    message.timestamp(),
                    confirmed.getDecision().getBy());
        } else if (event instanceof OrderRejected) {
            undecided.remove(order);
        }
    }

    private void confirmed(Long created, long at, DecidedBy by) {
        if (isInWindow(at)) {
            window.confirmedUntil++;
        }
        if (created != null && isInWindow(created)) {
            window.micros.recordValue(Math.min(LONGEST_US, TimeUnit.MILLISECONDS.toMicros(at - created)));
            window.by.merge(by, 1L, Long::sum);
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
