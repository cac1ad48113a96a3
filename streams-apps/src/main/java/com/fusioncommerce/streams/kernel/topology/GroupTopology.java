package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.AvroSerde;
import com.fusioncommerce.schemas.Partitions;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.kernel.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Wires a group: sources of its commands and foreign events, one processor, its stores, and its sinks. */
public final class GroupTopology {
    /** Partitions by key, with the platform's own partitioner. */
    private static final StreamPartitioner<String, byte[]> BY_KEY =
            (topic, key, value, partitions) -> Optional.of(Set.of(Partitions.of(key, partitions)));

    private static final StreamPartitioner<String, Reply> BY_REPLY =
            (topic, key, reply, partitions) -> Optional.of(Set.of(reply.partition()));

    private final Topology topology;
    private final Group group;
    private final AvroCodec codec;
    private final KernelConfig config;
    private final StateChanges changes;
    private final ActiveStores active;
    private final TaskObserver observer;

    private GroupTopology(
            Topology topology,
            Group group,
            AvroCodec codec,
            KernelConfig config,
            StateChanges changes,
            ActiveStores active,
            TaskObserver observer) {
        this.topology = topology;
        this.group = group;
        this.codec = codec;
        this.config = config;
        this.changes = changes;
        this.active = active;
        this.observer = observer;
    }

    /** Adds a reference table as a global store; once a table, however many groups read it. */
    public static <T extends SpecificRecord> void addReference(
            Topology topology, ReferenceTable<T> table, AvroCodec codec) {
        Serde<T> serde = AvroSerde.state(codec, table.type());
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                QueryableStore.of(Stores.persistentKeyValueStore(table.store()), ReferenceStore::new),
                                Serdes.String(),
                                serde)
                        .withLoggingDisabled(),
                table.store() + ".source",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                table.topic().name(),
                table.store() + ".keep",
                () -> new ReferenceKeeper<>(table, codec));
    }

    /**
     * Adds a group to a topology; {@code changes} is told of every written state, {@code active} of the stores of each
     * running task, and {@code observer} of what tasks write.
     */
    public static void add(
            Topology topology,
            Group group,
            AvroCodec codec,
            KernelConfig config,
            StateChanges changes,
            ActiveStores active,
            TaskObserver observer) {
        new GroupTopology(topology, group, codec, config, changes, active, observer).wire();
    }

    private void wire() {
        Map<String, Domain> commandTopics = new LinkedHashMap<>();
        Map<String, ForeignEvents> foreignTopics = new LinkedHashMap<>();
        List<String> sources = new ArrayList<>();
        for (Domain domain : group.domains()) {
            commandTopics.put(domain.commands().name(), domain);
            sources.add(addSource(domain.commands()));
        }
        group.foreignEvents().forEach((topic, types) -> {
            foreignTopics.put(topic.name(), ForeignEvents.of(topic, types));
            sources.add(addSource(topic));
        });
        String processor = Names.processor(group.name());
        topology.addProcessor(
                processor,
                () -> new GroupProcessor(group, codec, config, commandTopics, foreignTopics, active, observer),
                sources.toArray(String[]::new));
        stores().forEach(store -> topology.addStateStore(store, processor));
        addSinks(processor);
    }

    private String addSource(Topic topic) {
        String name = Names.source(group.name(), topic);
        topology.addSource(name, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic.name());
        return name;
    }

    private void addSinks(String processor) {
        Set<Topic> written = new LinkedHashSet<>();
        for (Domain domain : group.domains()) {
            written.add(domain.events());
            written.add(domain.commands());
            domain.aggregates().forEach(aggregate -> aggregate.published().ifPresent(written::add));
        }
        for (Topic topic : written) {
            topology.addSink(
                    Names.sink(group.name(), topic),
                    topic.name(),
                    new StringSerializer(),
                    new ByteArraySerializer(),
                    BY_KEY,
                    processor);
        }
        topology.addSink(
                Names.sink(group.name(), Topics.OUTCOMES),
                Topics.OUTCOMES.name(),
                new StringSerializer(),
                (topic, reply) -> reply.value(),
                BY_REPLY,
                processor);
        topology.addSink(
                Names.deadLetterSink(group.name()),
                new DeadLetterTopic(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                processor);
    }

    private List<StoreBuilder<?>> stores() {
        List<StoreBuilder<?>> stores = new ArrayList<>();
        for (Domain domain : group.domains()) {
            for (Aggregate<?> aggregate : domain.aggregates()) {
                stores.add(store(aggregate.name()));
            }
            for (View<?> view : domain.views()) {
                stores.add(store(view.name()));
            }
        }
        stores.add(store(Names.outcomes(group.name())));
        stores.add(store(Names.claims(group.name())));
        stores.add(small(Names.pending(group.name())));
        stores.add(small(Names.deadlines(group.name())));
        return stores;
    }

    /** A store of bytes: all values are encoded before anything is put (see {@link Writes}). */
    private StoreBuilder<?> store(String name) {
        KeyValueBytesStoreSupplier supplier =
                config.inMemory() ? Stores.inMemoryKeyValueStore(name) : Stores.persistentKeyValueStore(name);
        return Stores.keyValueStoreBuilder(
                        QueryableStore.of(supplier, store -> new ObservedStore(store, changes)),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withCachingDisabled();
    }

    private static StoreBuilder<?> small(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }
}
