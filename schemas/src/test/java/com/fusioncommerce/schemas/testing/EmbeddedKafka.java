package com.fusioncommerce.schemas.testing;

import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.ServedTopics;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * A real Apache Kafka broker and controller (KRaft) in this process, on free ports of the loopback address, with its
 * log in a directory that is deleted on close. Topics are not created automatically: create them with {@link
 * #createTopics()}.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int NODE = 1;
    private static final int ATTEMPTS = 5;

    private final KafkaRaftServer server;
    private final Path directory;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, Path directory, int port) {
        this.server = server;
        this.directory = directory;
        this.port = port;
    }

    /** Starts a broker; returns when it accepts requests. */
    public static EmbeddedKafka start() {
        return start(Map.of());
    }

    /**
     * Starts a broker with further settings; returns when it accepts requests.
     *
     * @param settings broker settings that replace the defaults of this fixture
     */
    public static EmbeddedKafka start(Map<String, String> settings) {
        RuntimeException failure = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return startOnce(settings);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        throw new IllegalStateException("no broker after " + ATTEMPTS + " attempts", failure);
    }

    /** Address for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Creates every topic of the catalogue and its dead-letter topic. */
    public void createTopics() {
        createTopics(Topics.all());
    }

    /** Creates these topics with the partitions and settings of the catalogue, and their dead-letter topics. */
    public void createTopics(Collection<Topic> topics) {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic topic : topics) {
            wanted.add(new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()));
            wanted.add(new NewTopic(topic.deadLetters(), DeadLetters.PARTITIONS, (short) 1));
        }
        create(wanted);
    }

    /** Creates a topic that is not in the catalogue. */
    public void createTopic(String name, int partitions) {
        create(List.of(new NewTopic(name, partitions, (short) 1)));
    }

    /** Stops the broker and deletes its log. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        delete(directory);
    }

    private void create(List<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            ServedTopics.create(admin, topics);
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics were not made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making topics", e);
        }
    }

    private static EmbeddedKafka startOnce(Map<String, String> settings) {
        List<Integer> ports = FreePorts.take(2);
        Path directory = temporaryDirectory();
        try {
            format(directory);
            KafkaRaftServer server = new KafkaRaftServer(
                    new KafkaConfig(properties(directory, ports.get(0), ports.get(1), settings), false), Time.SYSTEM);
            startOrShutDown(server);
            return new EmbeddedKafka(server, directory, ports.get(0));
        } catch (RuntimeException e) {
            delete(directory);
            throw e;
        }
    }

    private static void startOrShutDown(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    private static void format(Path directory) {
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot format " + directory, e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + directory, e);
        }
    }

    private static Properties properties(Path directory, int port, int controllerPort, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", String.valueOf(NODE));
        properties.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        properties.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", directory.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "2");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "2");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.streams.initial.rebalance.delay.ms", "0");
        properties.put("add.partitions.to.txn.retry.backoff.ms", "1");
        // The defaults are for whole machines: a test's heap is small.
        properties.put("log.cleaner.dedupe.buffer.size", "2097152");
        properties.put("log.index.size.max.bytes", "1048576");
        properties.put("num.io.threads", "2");
        properties.put("num.network.threads", "2");
        properties.put("background.threads", "2");
        properties.putAll(settings);
        return properties;
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("embedded-kafka");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory", e);
        }
    }

    private static void delete(Path directory) {
        try {
            Utils.delete(directory.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
