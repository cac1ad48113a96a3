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

/** Queries of the state that this instance has, and where the rest is. Safe for threads. */
public final class Queries {
    /** Above every character that a key can have. */
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
     * @param codec reads what stores hold
     * @param active the stores that this instance writes
     * @param self where others reach it
     * @param mostLag records that a copy which follows another may be behind and still answer
     */
    public Queries(KafkaStreams streams, AvroCodec codec, ActiveStores active, HostAddress self, long mostLag) {
        this.streams = streams;
        this.codec = codec;
        this.active = active;
        this.locations = new Locations(streams, self);
        this.lags = new StateLags(streams);
        this.copied = new CopiedState(streams, lags, mostLag);
    }

    /** To be told whenever the application's state changes: tasks move, so what was known of where they are is forgotten. */
    public void stateChanged() {
        locations.forget();
    }

    /**
     * Where a key lives.
     *
     * @throws UnavailableException while instances are finding out
     */
    public Location locate(StoreRef<?> store, String key) {
        return locations.of(store, key);
    }

    /**
     * A state that this instance has the active copy of.
     *
     * @throws UnavailableException if it has not, or not yet
     */
    public <S extends SpecificRecord> Optional<S> get(StoreRef<S> store, String key) {
        return get(store, key, Copies.ACTIVE);
    }

    /**
     * A state that this instance has a copy of.
     *
     * @param copies which copies will do
     * @throws UnavailableException if it has none of these, or not yet
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
        // A store that is closed while it is read may be empty by then: that it has nothing means nothing.
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
     * Records that the copy farthest behind of those on this instance lacks.
     *
     * @throws UnavailableException if that is not known
     */
    public long lag() {
        return lags.largest();
    }

    /** How many instances have a copy of the state that fewest have. */
    public int copies() {
        Map<TopicPartition, Long> copies = streams.metadataForAllStreamsClients().stream()
                .flatMap(client ->
                        Stream.concat(client.topicPartitions().stream(), client.standbyTopicPartitions().stream()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return copies.values().stream().mapToInt(Long::intValue).min().orElse(0);
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
        return firstOf(limit, rows -> scan(store, prefix, after, rows));
    }

    /**
     * Goes through what this instance has the active copies of, in the order of keys. No more than a row of each partition
     * is in memory at a time.
     *
     * @param prefix what the keys start with
     * @param after the cursor of the row before the first, or null
     * @param goesOn takes a row and says whether it wants the next one
     * @throws UnavailableException if it has nothing yet
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
     * A page of what a view lists here, in the order of the view's keys.
     *
     * @see #scan
     */
    public <S extends SpecificRecord> List<Entry<S>> list(ViewRef<S> view, String prefix, String after, int limit) {
        return firstOf(limit, rows -> list(view, prefix, after, rows));
    }

    /** Goes through what a view lists here, in the order of the view's keys, as {@link #scan} does. */
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
     * The partitions of a store that this instance has the active copies of and serves: what a {@link #scan} covers here.
     *
     * @throws UnavailableException if it serves nothing yet
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
