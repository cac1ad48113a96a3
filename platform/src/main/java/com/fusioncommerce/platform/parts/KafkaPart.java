package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.supervisor.Health;
import com.fusioncommerce.platform.supervisor.Launch;
import com.fusioncommerce.platform.supervisor.LogFile;
import com.fusioncommerce.platform.supervisor.Probe;
import com.fusioncommerce.platform.supervisor.Progress;
import com.fusioncommerce.schemas.resources.ClasspathFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Apache Kafka: one of one or three nodes, each broker and controller, on local disk. */
final class KafkaPart implements PlatformServer {
    static final String NAME = "kafka";
    private static final String PROPERTIES = "server.properties";
    private static final long SECONDS_TO_FORMAT = 60;

    private final PlatformConfig config;
    private final int number;
    private final Distribution distribution;
    private final Path data;

    KafkaPart(PlatformConfig config, int number) {
        this.config = config;
        this.number = number;
        this.distribution = new Distribution(config.root(), NAME);
        this.data = config.home().data(name());
    }

    /** The brokers of a platform. */
    static List<KafkaPart> all(PlatformConfig config) {
        return IntStream.rangeClosed(1, config.shape().brokers())
                .mapToObj(number -> new KafkaPart(config, number))
                .toList();
    }

    /** The names of the brokers of a platform. */
    static Set<String> names(PlatformConfig config) {
        return all(config).stream().map(KafkaPart::name).collect(Collectors.toSet());
    }

    @Override
    public String name() {
        return ProcessNames.name(NAME, number);
    }

    @Override
    public String group() {
        return NAME;
    }

    @Override
    public String title() {
        return "Apache Kafka";
    }

    @Override
    public String version() {
        return JarVersions.of(distribution.directory().resolve("lib"), "kafka_2.13");
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.KAFKA.of(number), Port.KAFKA_CONTROLLER.of(number));
    }

    @Override
    public int memoryMib() {
        return replicated() ? 550 : 700;
    }

    @Override
    public Map<String, String> links() {
        return Map.of("Kafka bootstrap", config.kafka());
    }

    @Override
    public Launch launch(Progress progress) throws IOException {
        Path lib = distribution.ensure(progress).resolve("lib");
        // The first broker's file says it for all: a further one that is not there yet must not be made in vain.
        BrokerSettings.requireSameQuorum(
                config.home().data(ProcessNames.name(NAME, 1)).resolve(PROPERTIES), config);
        Files.createDirectories(data);
        Path properties = data.resolve(PROPERTIES);
        Files.writeString(properties, BrokerSettings.of(config, number, data.resolve("log")));
        Path logging = data.resolve("log4j2.properties");
        Files.writeString(logging, ClasspathFile.text(KafkaPart.class, "kafka-log4j2.properties"));
        if (!Files.exists(data.resolve("log/meta.properties"))) {
            progress.doing("formatting its storage");
            format(lib, properties, logging);
        }
        JavaCommand java = java(replicated() ? "384m" : "512m", logging);
        return new Launch(java.main(lib + "/*", "kafka.Kafka", properties.toString()), Map.of(), data);
    }

    private boolean replicated() {
        return config.shape().brokers() > 1;
    }

    private JavaCommand java(String heap, Path logging) throws IOException {
        return JavaCommand.in(data, heap).property("log4j2.configurationFile", logging);
    }

    private void format(Path lib, Path properties, Path logging) throws IOException {
        File log = config.home().logs().resolve(name() + "-format.out").toFile();
        Files.createDirectories(config.home().logs());
        ProcessBuilder formatter = new ProcessBuilder(java("256m", logging)
                        .lightCompiler()
                        .main(
                                lib + "/*",
                                "kafka.tools.StorageTool",
                                "format",
                                "--config",
                                properties.toString(),
                                "--cluster-id",
                                ClusterId.of(config.home())))
                .redirectErrorStream(true)
                .redirectOutput(log);
        formatter
                .environment()
                .put(
                        LogFile.ENVIRONMENT,
                        LogFile.of(config.home().logs(), name()).path().toString());
        Process storageTool = formatter.start();
        try {
            if (!storageTool.waitFor(SECONDS_TO_FORMAT, TimeUnit.SECONDS) || storageTool.exitValue() != 0) {
                throw new IOException("its storage could not be formatted, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("formatting was interrupted", e);
        } finally {
            storageTool.destroyForcibly();
        }
    }

    @Override
    public Probe probe() {
        return new KafkaProbes(config.broker(number)).registered(config.ports().of(Port.KAFKA.of(number)), number);
    }

    /** A broker may be stopped only after all replicas are in sync. */
    @Override
    public Probe settled() {
        Probe serves = probe();
        Probe inSync = new KafkaProbes(config.broker(number)).inSync();
        return () -> {
            Health health = serves.check();
            return health.up() ? inSync.check() : health;
        };
    }
}
