package com.fusioncommerce.streams.query;

import com.fusioncommerce.schemas.Partitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Finds the instances of keys. Kafka Streams looks them up under a lock, so a partition's result is cached for 100 ms,
 * as long as no task moves.
 */
final class Locations {
    private static final long FRESH_NS = Duration.ofMillis(100).toNanos();

    private final KafkaStreams streams;
    private final HostAddress self;
    private final ConcurrentMap<String, AtomicReferenceArray<Known>> known = new ConcurrentHashMap<>();

    private record Known(Location location, long at) {}

    Locations(KafkaStreams streams, HostAddress self) {
        this.streams = streams;
        this.self = self;
    }

    /**
     * The location of a key.
     *
     * @throws UnavailableException while the assignment of tasks is unknown
     */
    Location of(StoreRef<?> store, String key) {
        int partitions = store.routedBy().partitions();
        int partition = Partitions.of(key, partitions);
        AtomicReferenceArray<Known> ofStore =
                known.computeIfAbsent(store.name(), name -> new AtomicReferenceArray<>(partitions));
        Known before = ofStore.get(partition);
        long now = System.nanoTime();
        boolean settled = streams.state() == KafkaStreams.State.RUNNING;
        if (settled && before != null && now - before.at < FRESH_NS) {
            return before.location;
        }
        Location location = lookUp(store.name(), key, partition);
        ofStore.set(partition, new Known(location, now));
        return location;
    }

    /** Clears the cache: tasks are moving, or have moved. */
    void forget() {
        known.clear();
    }

    private Location lookUp(String store, String key, int partition) {
        KeyQueryMetadata metadata;
        try {
            metadata = streams.queryMetadataForKey(
                    store, key, (topic, k, v, n) -> Optional.of(Set.of(Partitions.of(key, n))));
        } catch (IllegalStateException | InvalidStateStoreException e) {
            throw new UnavailableException("where " + store + " lies is not known yet", e);
        }
        if (metadata == null || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new UnavailableException("where " + store + " lies is not known yet");
        }
        List<HostAddress> hosts = new ArrayList<>();
        add(hosts, metadata.activeHost());
        boolean local = hosts.contains(self);
        metadata.standbyHosts().forEach(host -> add(hosts, host));
        hosts.remove(self);
        return new Location(partition, local, hosts);
    }

    /** Every instance of the application, this one included. */
    List<HostAddress> hosts() {
        List<HostAddress> hosts = new ArrayList<>();
        streams.metadataForAllStreamsClients().forEach(client -> add(hosts, client.hostInfo()));
        return hosts.isEmpty() ? List.of(self) : hosts;
    }

    private static void add(List<HostAddress> hosts, HostInfo host) {
        if (!host.equals(HostInfo.unavailable())) {
            hosts.add(new HostAddress(host.host(), host.port()));
        }
    }
}
