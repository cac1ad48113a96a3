package com.fusioncommerce.streams.query;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Partitions;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.kernel.topology.ActiveStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Queries of this instance's state, and locations of all other state. Thread-safe. */
public final class Queries {
    /** Sorts after every character that a key can have. */
    private static final String END = "\uffff";

    private final KafkaStreams streams;
    private final AvroCodec codec;
    private final ActiveStores active;
    private final Locations locations;
    private final StateLags lags;
    private final CopiedState copied;

    /**
     * Queries of a running application.
     *
     * @param codec decodes the values of stores
     * @param active the stores that this instance writes
     * @param self address of this instance
     * @param mostLag records that a standby copy may lag behind and still answer
     */
    public Queries(KafkaStreams streams, AvroCodec codec, ActiveStores active, HostAddress self, long mostLag) {
        this.streams = streams;
        this.codec = codec;
        this.active = active;
        this.locations = new Locations(streams, self);
        this.lags = new StateLags(streams);
        this.copied = new CopiedState(streams, lags, mostLag);
    }

    /** Clears the cached locations. To be called whenever the state of Kafka Streams changes: tasks may move. */
    public void stateChanged() {
        locations.forget();
    }

    /**
     * The location of a key.
     *
     * @throws UnavailableException while the assignment of tasks is unknown
     */
    public Location locate(StoreRef<?> store, String key) {
        return locations.of(store, key);
    }

    /**
     * A state in this instance's active copy.
     *
     * @throws UnavailableException if the instance has no active copy, or not yet
     */
    public <S extends SpecificRecord> Optional<S> get(StoreRef<S> store, String key) {
        return get(store, key, Copies.ACTIVE);
    }

    /**
     * A state in one of this instance's copies.
     *
     * @param copies which copies may answer
     * @throws UnavailableException if the instance has no such copy, or not yet
     */
    public <S extends SpecificRecord> Optional<S> get(StoreRef<S> store, String key, Copies copies) {
        int partition = Partitions.of(key, store.routedBy().partitions());
        if (!copies.standbys()) {
            return Optional.ofNullable(active(store, partition, key));
        }
        byte[] found = copied.find(store, partition, key, copies.seen());
        return Optional.ofNullable(found).map(encoded -> codec.decode(encoded, store.type()));
    }

    private <S extends SpecificRecord> S active(StoreRef<S> store, int partition, String key) {
        ReadOnlyKeyValueStore<String, ?> written =
                active.find(store.name(), partition).orElseThrow(() -> notWritten(store, partition, null));
        S state;
        try {
            state = store.type().cast(written.get(key));
        } catch (InvalidStateStoreException e) {
            throw notWritten(store, partition, e);
        }
        // A store that is closed during the read may seem empty: a missing state then means nothing.
        if (state == null && active.find(store.name(), partition).orElse(null) != written) {
            throw notWritten(store, partition, null);
        }
        return state;
    }

    private static UnavailableException notWritten(StoreRef<?> store, int partition, Throwable cause) {
        return new UnavailableException(
                "this instance does not write partition " + partition + " of " + store.name(), cause);
    }

    /**
     * The largest lag of this instance's copies, in records.
     *
     * @throws UnavailableException if the lag is unknown
     */
    public long lag() {
        return lags.largest();
    }

    /** Copies of the partition that has the fewest. */
    public int copies() {
        Map<TopicPartition, Long> copies = streams.metadataForAllStreamsClients().stream()
                .flatMap(client ->
                        Stream.concat(client.topicPartitions().stream(), client.standbyTopicPartitions().stream()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return copies.values().stream().mapToInt(Long::intValue).min().orElse(0);
    }

    /**
     * A row of a reference table, which is complete on every instance and may lag some milliseconds behind its topic.
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
     * A page of the states in this instance's active copies, ordered by key.
     *
     * @param prefix prefix of the keys
     * @param after the cursor of the row before the page, or null for the first
     * @param limit maximum number of rows
     * @throws UnavailableException if no copy is served yet
     */
    public <S extends SpecificRecord> List<Entry<S>> scan(StoreRef<S> store, String prefix, String after, int limit) {
        return firstOf(limit, rows -> scan(store, prefix, after, rows));
    }

    /**
     * Visits the states in this instance's active copies, ordered by key. At most one row of each partition is in
     * memory at a time.
     *
     * @param prefix prefix of the keys
     * @param after the cursor of the row before the first, or null
     * @param goesOn takes a row and returns whether to continue
     * @throws UnavailableException if no copy is served yet
     */
    public <S extends SpecificRecord> void scan(
            StoreRef<S> store, String prefix, String after, Predicate<Entry<S>> goesOn) {
        visit(
                store.name(),
                prefix,
                after,
                (key, value) -> Optional.of(new Entry<>(key, codec.decode(value, store.type()))),
                goesOn);
    }

    /**
     * A page of a view's rows on this instance, ordered by the view's keys.
     *
     * @see #scan
     */
    public <S extends SpecificRecord> List<Entry<S>> list(ViewRef<S> view, String prefix, String after, int limit) {
        return firstOf(limit, rows -> list(view, prefix, after, rows));
    }

    /** Visits a view's rows on this instance, ordered by the view's keys, as {@link #scan} does. */
    public <S extends SpecificRecord> void list(
            ViewRef<S> view, String prefix, String after, Predicate<Entry<S>> goesOn) {
        String tenant = prefix.substring(0, prefix.indexOf('/') + 1);
        visit(
                view.name(),
                prefix,
                after,
                (key, present) -> get(view.listed(), tenant + key.substring(key.lastIndexOf('/') + 1))
                        .map(value -> new Entry<>(key, value)),
                goesOn);
    }

    private static <S extends SpecificRecord> List<Entry<S>> firstOf(int limit, Consumer<Predicate<Entry<S>>> visit) {
        List<Entry<S>> page = new ArrayList<>();
        visit.accept(row -> {
            page.add(row);
            return page.size() < limit;
        });
        return List.copyOf(page);
    }

    private <S extends SpecificRecord> void visit(
            String store,
            String prefix,
            String after,
            BiFunction<String, byte[], Optional<Entry<S>>> row,
            Predicate<Entry<S>> goesOn) {
        RangeQuery<String, byte[]> range = RangeQuery.withRange(after == null ? prefix : after + '\0', prefix + END);
        StateQueryResult<KeyValueIterator<String, byte[]>> result =
                copied.ask(StateQueryRequest.inStore(store).withQuery(range).requireActive());
        List<KeyValueIterator<String, byte[]>> parts = result.getPartitionResults().values().stream()
                .filter(QueryResult::isSuccess)
                .map(QueryResult::getResult)
                .toList();
        try (MergedRows rows = MergedRows.of(parts)) {
            boolean more = true;
            while (more && rows.hasNext()) {
                KeyValue<String, byte[]> next = rows.next();
                more = row.apply(next.key, next.value).map(goesOn::test).orElse(true);
            }
        }
    }

    /**
     * The partitions of a store whose active copies this instance serves, and which a {@link #scan} covers.
     *
     * @throws UnavailableException if no copy is served yet
     */
    public Set<Integer> partitions(StoreRef<?> store) {
        StateQueryResult<Object> result = copied.ask(StateQueryRequest.inStore(store.name())
                .withQuery(KeyQuery.<String, Object>withKey(END))
                .requireActive());
        return result.getPartitionResults().entrySet().stream()
                .filter(part -> part.getValue().isSuccess())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every instance of the application, this one included. */
    public List<HostAddress> hosts() {
        return locations.hosts();
    }
}
