package com.fusioncommerce.streams.kernel.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryableStoreTest {
    private static final String STORE = "kept";
    private static final int WRITES = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void queries_and_writes_do_not_wait_for_each_other_for_ever(boolean persistent) {
        KeyValueBytesStoreSupplier supplier =
                persistent ? Stores.persistentKeyValueStore(STORE) : Stores.inMemoryKeyValueStore(STORE);
        TopologyTestDriver driver =
                new TopologyTestDriver(topology(QueryableStore.of(supplier, QueryableStore::new)), properties());
        TestInputTopic<String, String> topic =
                driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
        StateStore store = driver.<String, String>getKeyValueStore(STORE);

        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < WRITES; i++) {
                topic.pipeInput("key-" + i % 10, "value-" + i);
            }
        });
        CompletableFuture<Void> read = CompletableFuture.runAsync(() -> {
            while (!written.isDone()) {
                ask(store, KeyQuery.<String, String>withKey("key-1"));
                try (KeyValueIterator<String, String> rows = ask(store, RangeQuery.withRange("key-1", "key-3"))) {
                    rows.forEachRemaining(row -> assertThat(row.value).startsWith("value-"));
                }
            }
        });

        assertThat(written).succeedsWithin(PATIENCE);
        assertThat(read).succeedsWithin(PATIENCE);
        assertThat(ask(store, KeyQuery.<String, String>withKey("key-9"))).isEqualTo("value-" + (WRITES - 1));
        driver.close();
    }

    private static <R> R ask(StateStore store, Query<R> query) {
        return store.query(query, PositionBound.unbounded(), new QueryConfig(false))
                .getResult();
    }

    private static Topology topology(KeyValueBytesStoreSupplier supplier) {
        Topology topology = new Topology();
        topology.addSource("read", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addProcessor("keep", Keeper::new, "read");
        topology.addStateStore(
                Stores.keyValueStoreBuilder(supplier, Serdes.String(), Serdes.String())
                        .withCachingDisabled(),
                "keep");
        return topology;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        return properties;
    }

    private static final class Keeper implements Processor<String, String, Void, Void> {
        private KeyValueStore<String, String> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, String> written) {
            store.put(written.key(), written.value());
        }
    }
}
