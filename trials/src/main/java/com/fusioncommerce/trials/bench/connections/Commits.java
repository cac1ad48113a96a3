package com.fusioncommerce.trials.bench.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import com.fusioncommerce.trials.bench.shop.CommittedTail;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Commit times of a shop's events of one type, taken by its own consumer on Kafka. */
final class Commits implements AutoCloseable {
    private final String tenant;
    private final String type;
    private final Map<String, Long> seenAt = new ConcurrentHashMap<>();
    private final Tally tally = new Tally();
    private final CommittedTail tail;

    Commits(BenchShop shop, String type) {
        this.tenant = shop.tenant();
        this.type = type;
        this.tail = new CommittedTail(shop.config(), List.of(Topics.events("orders")), this::seen);
    }

    private void seen(ConsumerRecord<byte[], byte[]> event) {
        if (!MessageHeaders.text(event.headers(), MessageHeaders.TYPE, "").equals(type)
                || !Keys.tenant(new String(event.key(), UTF_8)).equals(tenant)) {
            return;
        }
        String id = MessageHeaders.text(event.headers(), MessageHeaders.ID, "");
        synchronized (this) {
            tally.add(id);
        }
        seenAt.put(id, System.nanoTime());
    }

    /** Nanoseconds since the event was committed; 0 if the consumer has not read it yet. */
    long sinceCommitted(String id, long now) {
        return Math.max(0, now - seenAt.getOrDefault(id, now));
    }

    /** Number of committed events. */
    synchronized long count() {
        return tally.count();
    }

    /** Whether a stream received every committed event once. */
    synchronized boolean allSeenBy(Tally stream) {
        return tally.agreesWith(stream);
    }

    @Override
    public void close() {
        tail.close();
    }
}
