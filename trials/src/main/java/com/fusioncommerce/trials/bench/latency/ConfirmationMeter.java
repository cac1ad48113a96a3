package com.fusioncommerce.trials.bench.latency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.RegistryConfig;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.orders.DecidedBy;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.trials.bench.Await;
import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import com.fusioncommerce.trials.bench.shop.CommittedTail;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Latency from {@code order.created} to the fraud gate's decision, measured by a read-committed consumer. Orders
 * decided by the gate's deadline, since the model was late, are counted apart.
 */
final class ConfirmationMeter implements AutoCloseable {
    private static final long LONGEST_US = TimeUnit.MINUTES.toMicros(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String tenant;
    private final AvroCodec codec;
    private final ConcurrentMap<String, Long> createdAt = new ConcurrentHashMap<>();
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final CommittedTail tail;
    private volatile ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_US, 3);

    /**
     * Result of a measurement.
     *
     * @param decided latency from created to confirmed or rejected
     * @param late decided by the gate's deadline
     * @param rejected by the model
     * @param open never decided
     */
    record Confirmations(Latency decided, long late, long rejected, long open) {}

    ConfirmationMeter(BenchShop shop) {
        this.tenant = shop.tenant();
        this.codec = new AvroCodec(
                SchemaRegistry.connect(RegistryConfig.of(shop.config().registryUrl())));
        this.tail = new CommittedTail(shop.config(), List.of(Topics.events("orders")), this::seen);
    }

    /** Resets the measurement. */
    void begin() {
        createdAt.clear();
        late.set(0);
        rejected.set(0);
        micros = new ConcurrentHistogram(LONGEST_US, 3);
    }

    /** Waits, with a timeout, until every created order is decided. */
    Confirmations end() {
        try {
            Await.until("every order is decided", PATIENCE, createdAt::isEmpty);
        } catch (IllegalStateException e) {
            return new Confirmations(Latency.ofMicros(micros), late.get(), rejected.get(), createdAt.size());
        }
        return new Confirmations(Latency.ofMicros(micros), late.get(), rejected.get(), 0);
    }

    private void seen(ConsumerRecord<byte[], byte[]> event) {
        String key = new String(event.key(), UTF_8);
        if (!Keys.tenant(key).equals(tenant)) {
            return;
        }
        switch (MessageHeaders.text(event.headers(), MessageHeaders.TYPE, "")) {
            case "order.created" -> createdAt.put(key, System.nanoTime());
            case "order.confirmed" -> {
                OrderConfirmed confirmed = codec.decode(event.value(), OrderConfirmed.class);
                if (confirmed.getDecision().getBy() == DecidedBy.DEADLINE_RULE) {
                    late.incrementAndGet();
                }
                decided(key);
            }
            case "order.rejected" -> {
                rejected.incrementAndGet();
                decided(key);
            }
            case "order.refused" -> createdAt.remove(key);
            default -> {}
        }
    }

    private void decided(String key) {
        Long since = createdAt.get(key);
        if (since != null) {
            micros.recordValue(Math.min(LONGEST_US, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - since)));
            createdAt.remove(key);
        }
    }

    @Override
    public void close() {
        tail.close();
    }
}
