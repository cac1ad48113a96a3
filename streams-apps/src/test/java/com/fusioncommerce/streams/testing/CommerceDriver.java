package com.fusioncommerce.streams.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.streams.CommerceGroups;
import com.fusioncommerce.streams.CommerceTopology;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.topology.ActiveStores;
import com.fusioncommerce.streams.kernel.topology.KernelConfig;
import com.fusioncommerce.streams.kernel.topology.StateChanges;
import com.fusioncommerce.streams.kernel.topology.TaskObserver;
import com.fusioncommerce.streams.orders.OrderRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The commerce topology under Kafka's test driver: send commands, see outcomes, events, states and dead letters. */
public final class CommerceDriver implements AutoCloseable {
    public static final AvroCodec CODEC = new AvroCodec(SchemaRegistry.inProcess());

    private final Path directory;
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();

    public CommerceDriver(OrderRules rules) {
        this(rules, KernelConfig.defaults("commerce"));
    }

    public CommerceDriver(OrderRules rules, KernelConfig config) {
        this(rules, config, new ActiveStores());
    }

    /** A driver that tells {@code active} of its stores while it is open. */
    public CommerceDriver(OrderRules rules, KernelConfig config, ActiveStores active) {
        this(CommerceGroups.of(rules, CommerceGroups.domains()), config, active);
    }

    /** A driver of a test's own domains. */
    public CommerceDriver(Group group, KernelConfig config) {
        this(List.of(group), config, new ActiveStores());
    }

    private CommerceDriver(List<Group> groups, KernelConfig config, ActiveStores active) {
        directory = newDirectory();
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "commerce-test-" + UUID.randomUUID());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver = new TopologyTestDriver(
                CommerceTopology.of(groups, CODEC, config, new StateChanges(), active, TaskObserver.NONE),
                properties,
                Instant.ofEpochMilli(1_700_000_000_000L));
    }

    /** Sends a command with a reply partition, and returns its outcomes so far. */
    public List<CommandOutcome> send(Topic topic, String key, String commandId, SpecificRecord command) {
        return send(topic, key, commandId, command, 1);
    }

    public List<CommandOutcome> send(
            Topic topic, String key, String commandId, SpecificRecord command, long requestHash) {
        Headers headers = headers(key, commandId);
        headers.add(MessageHeaders.REPLY_PARTITION, "3".getBytes(UTF_8));
        headers.add(
                MessageHeaders.REQUEST_HASH,
                HexFormat.of().toHexDigits(requestHash).getBytes(UTF_8));
        pipe(topic, key.getBytes(UTF_8), CODEC.encode(topic.name(), command), headers);
        return outcomes();
    }

    /** Sends an event of another group or job. */
    public void event(Topic topic, String key, String id, SpecificRecord event) {
        pipe(topic, key.getBytes(UTF_8), CODEC.encode(topic.name(), event), headers(key, id));
    }

    public void pipe(Topic topic, byte[] key, byte[] value, Headers headers) {
        inputs.computeIfAbsent(
                        topic.name(),
                        name -> driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
                .pipeInput(new TestRecord<>(key, value, headers, Instant.ofEpochMilli(1_700_000_000_000L)));
    }

    public static Headers headers(String key, String id) {
        Headers headers = new RecordHeaders();
        headers.add(MessageHeaders.ID, id.getBytes(UTF_8));
        headers.add(MessageHeaders.TENANT, Keys.tenant(key).getBytes(UTF_8));
        headers.add(MessageHeaders.CORRELATION_ID, "correlation-1".getBytes(UTF_8));
        return headers;
    }

    public void advance(Duration duration) {
        driver.advanceWallClockTime(duration);
    }

    public List<CommandOutcome> outcomes() {
        List<CommandOutcome> outcomes = new ArrayList<>();
        records(Topics.OUTCOMES.name()).forEach(r -> outcomes.add(CODEC.decode(r.value(), CommandOutcome.class)));
        return outcomes;
    }

    public List<SpecificRecord> events(Topic topic) {
        return records(topic.name()).stream().map(r -> CODEC.decode(r.value())).toList();
    }

    public List<TestRecord<byte[], byte[]>> records(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    public <S extends SpecificRecord> S state(Class<S> type, String store, String key) {
        KeyValueStore<String, byte[]> states = driver.getKeyValueStore(store);
        byte[] state = states.get(key);
        return state == null ? null : CODEC.decode(state, type);
    }

    /** Replaces bytes that a store holds. */
    public void corrupt(String store, byte[] bytes) {
        KeyValueStore<String, byte[]> entries = driver.getKeyValueStore(store);
        List<String> keys = new ArrayList<>();
        try (var all = entries.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.forEach(key -> entries.put(key, bytes));
    }

    public long size(String store) {
        long size = 0;
        try (var all = driver.getKeyValueStore(store).all()) {
            while (all.hasNext()) {
                all.next();
                size++;
            }
        }
        return size;
    }

    @Override
    public void close() {
        driver.close();
        try {
            Utils.delete(directory.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("commerce-driver");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
