package com.fusioncommerce.streams.query;

import com.fusioncommerce.schemas.Partitions;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Queries of the state that this instance has, and where the rest is. Safe for threads. */
public final class Queries {
    /** Above every character that a key can have. */
    private static final String END = "\uffff";

    private final KafkaStreams streams;
    private final HostAddress self;

    /** Queries of a running application that others reach at {@code self}. */
    public Queries(KafkaStreams streams, HostAddress self) {
        this.streams = streams;
        this.self = self;
    }

    /**
     * Where a key lives.
     *
     * @throws UnavailableException while instances are finding out
     */
    public Location locate(StoreRef<?> store, String key) {
        int partition = Partitions.of(key, store.routedBy().partitions());
        KeyQueryMetadata metadata;
        try {
            metadata = streams.queryMetadataForKey(
                    store.name(), key, (topic, k, v, n) -> Optional.of(Set.of(Partitions.of(key, n))));
        } catch (IllegalStateException | InvalidStateStoreException e) {
            throw new UnavailableException("where " + store.name() + " lies is not known yet", e);
        }
        if (metadata == null || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new UnavailableException("where " + store.name() + " lies is not known yet");
        }
        List<HostAddress> hosts = new ArrayList<>();
        add(hosts, metadata.activeHost());
        boolean local = hosts.contains(self);
        metadata.standbyHosts().forEach(host -> add(hosts, host));
        hosts.remove(self);
        return new Location(partition, local, hosts);
    }

    private static void add(List<HostAddress> hosts, HostInfo host) {
        if (!host.equals(HostInfo.unavailable())) {
            hosts.add(new HostAddress(host.host(), host.port()));
        }
    }

    /**
     * A state that this instance has the active copy of.
     *
     * @throws UnavailableException if it has not, or not yet
     */
    public <S extends SpecificRecord> Optional<S> get(StoreRef<S> store, String key) {
        return get(store, key, false);
    }

    /**
     * A state that this instance has a copy of, be it one that follows the active.
     *
     * @param orStandby whether a copy that follows will do
     * @throws UnavailableException if it has none, or not yet
     */
    public <S extends SpecificRecord> Optional<S> get(StoreRef<S> store, String key, boolean orStandby) {
        int partition = Partitions.of(key, store.routedBy().partitions());
        StateQueryRequest<S> request = StateQueryRequest.inStore(store.name())
                .withQuery(KeyQuery.<String, S>withKey(key))
                .withPartitions(Set.of(partition));
        StateQueryResult<S> result = query(orStandby ? request : request.requireActive());
        return Optional.ofNullable(only(result, partition, store.name()));
    }

    /**
     * A row of a reference table, which every instance has whole; it may be some milliseconds behind its topic.
     *
     * @throws UnavailableException if the table has not been read yet
     */
    public <T extends SpecificRecord> Optional<T> reference(ReferenceTable<T> table, String key) {
        try {
            ReadOnlyKeyValueStore<String, T> rows = streams.store(
                    StoreQueryParameters.fromNameAndType(table.store(), QueryableStoreTypes.keyValueStore()));
            return Optional.ofNullable(rows.get(key));
        } catch (IllegalStateException | InvalidStateStoreException e) {
            throw new UnavailableException(table.store() + " is not being served yet", e);
        }
    }

    /**
     * A page of what this instance has the active copies of, ordered by key.
     *
     * @param prefix what the keys start with
     * @param after the cursor of the row before the page, or null for the first
     * @param limit rows at most
     * @throws UnavailableException if it has nothing yet
     */
    public <S extends SpecificRecord> List<Entry<S>> scan(StoreRef<S> store, String prefix, String after, int limit) {
        return this.<S, S>page(
                store.name(), prefix, after, limit, (key, value) -> Optional.of(new Entry<>(key, value)));
    }

    /**
     * A page of what a view lists here, in the order of the view's keys.
     *
     * @see #scan
     */
    public <S extends SpecificRecord> List<Entry<S>> list(ViewRef<S> view, String prefix, String after, int limit) {
        String tenant = prefix.substring(0, prefix.indexOf('/') + 1);
        return this.<byte[], S>page(view.name(), prefix, after, limit, (key, present) -> get(
                        view.listed(), tenant + key.substring(key.lastIndexOf('/') + 1))
                .map(value -> new Entry<>(key, value)));
    }

    private <V, S extends SpecificRecord> List<Entry<S>> page(
            String store, String prefix, String after, int limit, BiFunction<String, V, Optional<Entry<S>>> row) {
        RangeQuery<String, V> range = RangeQuery.withRange(after == null ? prefix : after + '\0', prefix + END);
        StateQueryResult<KeyValueIterator<String, V>> result =
                query(StateQueryRequest.inStore(store).withQuery(range).requireActive());
        List<KeyValue<String, V>> found = new ArrayList<>();
        for (QueryResult<KeyValueIterator<String, V>> part :
                result.getPartitionResults().values()) {
            if (part.isSuccess()) {
                try (KeyValueIterator<String, V> rows = part.getResult()) {
                    for (int n = 0; n < limit && rows.hasNext(); n++) {
                        found.add(rows.next());
                    }
                }
            }
        }
        found.sort(Comparator.comparing(entry -> entry.key));
        return found.stream()
                .limit(limit)
                .flatMap(entry -> row.apply(entry.key, entry.value).stream())
                .toList();
    }

    /**
     * The partitions of a store that this instance has the active copies of and serves: what a {@link #scan} covers here.
     *
     * @throws UnavailableException if it serves nothing yet
     */
    public Set<Integer> partitions(StoreRef<?> store) {
        StateQueryResult<Object> result = query(StateQueryRequest.inStore(store.name())
                .withQuery(KeyQuery.<String, Object>withKey(END))
                .requireActive());
        return result.getPartitionResults().entrySet().stream()
                .filter(part -> part.getValue().isSuccess())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every instance of the application, this one included. */
    public List<HostAddress> hosts() {
        Collection<StreamsMetadata> clients = streams.metadataForAllStreamsClients();
        List<HostAddress> hosts = new ArrayList<>();
        clients.forEach(client -> add(hosts, client.hostInfo()));
        return hosts.isEmpty() ? List.of(self) : hosts;
    }

    private <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
        try {
            return streams.query(request);
        } catch (IllegalStateException | InvalidStateStoreException e) {
            throw new UnavailableException("state is not being served yet", e);
        }
    }

    private static <R> R only(StateQueryResult<R> result, int partition, String store) {
        QueryResult<R> part = result.getPartitionResults().get(partition);
        if (part == null) {
            throw new UnavailableException("partition " + partition + " of " + store + " is not here");
        }
        if (part.isFailure()) {
            throw new UnavailableException("partition " + partition + " of " + store + ": " + part.getFailureMessage());
        }
        return part.getResult();
    }
}
