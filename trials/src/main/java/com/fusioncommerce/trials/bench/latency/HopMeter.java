package com.fusioncommerce.trials.bench.latency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.RegistryConfig;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.trials.bench.Await;
import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.load.Schedule;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import com.fusioncommerce.trials.bench.shop.CommittedTail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Measures one hop: stock commands are written to Kafka, one decider decides them, and a read-committed consumer waits
 * for their events.
 */
final class HopMeter implements AutoCloseable {
    private static final long LONGEST_US = TimeUnit.MINUTES.toMicros(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNDER_WAY = 10_000;

    private final BenchShop shop;
    private final AvroCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;
    private final CommittedTail tail;
    private final ConcurrentMap<String, Long> intended = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private volatile Window window = new Window(0, new ConcurrentHistogram(LONGEST_US, 3));
    private long written;

    /** Measurement window: throughput counts events up to {@code end}, latency counts all. */
    private static final class Window {
        private final long end;
        private final ConcurrentHistogram micros;
        private long inTime;

        Window(long end, ConcurrentHistogram micros) {
            this.end = end;
            this.micros = micros;
        }
    }

    HopMeter(BenchShop shop) {
        this.shop = shop;
        this.codec = new AvroCodec(
                SchemaRegistry.connect(RegistryConfig.of(shop.config().registryUrl())));
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        shop.config().kafka(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.tail = new CommittedTail(shop.config(), List.of(Topics.events("inventory")), this::seen);
    }

    /** Closed loop with {@value #UNDER_WAY} commands. */
    Hops atMost(Duration duration) {
        long end = begin(duration);
        while (System.nanoTime() - end < 0) {
            room.acquireUninterruptibly();
            write(System.nanoTime());
        }
        return end(duration);
    }

    /** Open loop at a fixed rate. */
    Hops at(double perSecond, Duration duration) {
        long start = System.nanoTime();
        long end = begin(duration);
        Schedule schedule = new Schedule(perSecond, start);
        for (long number = 0; schedule.at(number) - end < 0; number++) {
            long at = schedule.await(number);
            room.acquireUninterruptibly();
            write(at);
        }
        return end(duration);
    }

    private long begin(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        window = new Window(end, new ConcurrentHistogram(LONGEST_US, 3));
        return end;
    }

    private Hops end(Duration duration) {
        try {
            Await.until("every command has its event", PATIENCE, intended::isEmpty);
        } catch (IllegalStateException e) {
            room.release(intended.size());
        }
        long lost = intended.size();
        intended.clear();
        return new Hops(window.inTime / (duration.toNanos() / 1e9), Latency.ofMicros(window.micros), lost);
    }

    private void write(long at) {
        String id = "hop-" + Long.toString(System.identityHashCode(this), Character.MAX_RADIX) + "-" + shop.tenant()
                + "-" + written++;
        String pool = shop.pools().get((int) (written % shop.pools().size()));
        String sku = shop.skus().get((int) (written % shop.skus().size()));
        String key = Keys.pooled(shop.tenant(), pool, sku);
        ProducerRecord<byte[], byte[]> command = new ProducerRecord<>(
                Topics.commands("inventory").name(),
                Topics.commands("inventory").partitionOf(key),
                key.getBytes(UTF_8),
                codec.encode(Topics.commands("inventory").name(), new AdjustStock(pool, sku, 1L, "")));
        command.headers().add(MessageHeaders.ID, id.getBytes(UTF_8));
        command.headers().add(MessageHeaders.TENANT, shop.tenant().getBytes(UTF_8));
        command.headers().add(MessageHeaders.CORRELATION_ID, id.getBytes(UTF_8));
        intended.put(id, at);
        var unused = producer.send(command);
    }

    private void seen(ConsumerRecord<byte[], byte[]> event) {
        String id = MessageHeaders.text(event.headers(), MessageHeaders.CORRELATION_ID, "");
        Long at = intended.get(id);
        if (at == null) {
            return;
        }
        long now = System.nanoTime();
        Window counted = window;
        counted.micros.recordValue(Math.min(LONGEST_US, TimeUnit.NANOSECONDS.toMicros(now - at)));
        if (now - counted.end < 0) {
            counted.inTime++;
        }
        // Removed last: a thread that waits for an empty map reads the counts then.
        intended.remove(id);
        room.release();
    }

    @Override
    public void close() {
        producer.close();
        tail.close();
    }
}
