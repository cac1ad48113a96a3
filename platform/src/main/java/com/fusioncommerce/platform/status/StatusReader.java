package com.fusioncommerce.platform.status;

import com.fusioncommerce.druid.DruidException;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.parts.Catalogue;
import com.fusioncommerce.platform.parts.PlatformServer;
import com.fusioncommerce.platform.supervisor.Health;
import com.fusioncommerce.platform.supervisor.PidFile;
import com.fusioncommerce.platform.supervisor.Processes;
import com.fusioncommerce.streams.CommerceConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/** Collects the status of a platform. */
public final class StatusReader {
    private static final long MIB = 1L << 20;

    /** Name of a Flink job and of its consumer group, as a constant: this class path has no Flink. */
    static final String FRAUD_SCORING = "fraud-scoring";

    static final String FACTS = "facts";

    /** Ports of the metrics of processes that run Flink jobs. */
    private static final Set<Port> OF_JOBS =
            EnumSet.of(Port.FLINK_METRICS, Port.FLINK_TASKS_METRICS, Port.FLINK_TASKS_METRICS_2);

    private final PlatformConfig config;
    private final Set<String> expected;

    /**
     * Reads the status of a platform.
     *
     * @param expected names of the parts that should run
     */
    public StatusReader(PlatformConfig config, Set<String> expected) {
        this.config = config;
        this.expected = Set.copyOf(expected);
    }

    /**
     * Probes all parts now.
     *
     * @param supervised whether a supervisor runs
     */
    public StatusReport read(boolean supervised) throws InterruptedException {
        Map<String, PidFile> processes =
                PidFile.in(config.home().run()).stream().collect(Collectors.toMap(PidFile::part, Function.identity()));
        List<PlatformServer> servers = new Catalogue(config)
                .all().stream()
                        .filter(part -> expected.contains(part.name()))
                        .filter(PlatformServer.class::isInstance)
                        .map(PlatformServer.class::cast)
                        .toList();
        List<PartStatus> parts = servers.stream()
                .map(server -> statusOf(server, processes.get(server.name())))
                .toList();
        List<String> problems = new ArrayList<>();
        ConsumerLags.Lags consumers =
                isUp(parts, "kafka") ? consumers(problems) : new ConsumerLags.Lags(List.of(), List.of());
        List<Lag> ingestion = isUp(parts, "druid") ? ingestion(problems) : List.of();
        for (PlatformServer server : servers) {
            if (isUp(parts, server.name())) {
                models(server, problems);
            }
        }
        return new StatusReport(supervised, parts, consumers.ours(), consumers.others(), ingestion, problems);
    }

    private PartStatus statusOf(PlatformServer server, PidFile file) {
        var process = file == null ? java.util.Optional.<ProcessHandle>empty() : file.process();
        Health health = process.isPresent() ? server.probe().check() : Health.down("not running");
        Long pid = process.map(ProcessHandle::pid).orElse(null);
        Long resident = null;
        Long uptime = null;
        if (pid != null) {
            var bytes = Processes.residentBytes(pid);
            resident = bytes.isPresent() ? bytes.getAsLong() / MIB : null;
            uptime = Duration.between(file.started(), Instant.now()).toSeconds();
        }
        return new PartStatus(
                server.name(),
                health.up(),
                health.detail(),
                server.version(),
                server.ports().stream().findFirst().map(config.ports()::of).orElse(null),
                pid,
                resident,
                uptime);
    }

    private static boolean isUp(List<PartStatus> parts, String name) {
        return parts.stream().anyMatch(part -> part.name().startsWith(name) && part.up());
    }

    private ConsumerLags.Lags consumers(List<String> problems) throws InterruptedException {
        try {
            return new ConsumerLags(config.kafka()).read(ownGroups());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            problems.add("consumer lag is unknown: " + e);
            return new ConsumerLags.Lags(List.of(), List.of());
        }
    }

    /** Consumer groups of the commerce application and of Flink's jobs; Druid has none. */
    private Set<String> ownGroups() {
        return Set.of(
                config.environment().getOrDefault("FUSION_APPLICATION_ID", CommerceConfig.DEFAULT_APPLICATION),
                FRAUD_SCORING,
                FACTS);
    }

    private void models(PlatformServer server, List<String> problems) throws InterruptedException {
        for (Port port : server.ports()) {
            if (OF_JOBS.contains(port)) {
                try {
                    LiveModels.fallbacks(URI.create(config.url(port) + "/metrics")).stream()
                            .filter(fallback -> !problems.contains(fallback))
                            .forEach(problems::add);
                } catch (IOException e) {
                    problems.add("which models score is unknown: " + e);
                }
            }
        }
    }

    private List<Lag> ingestion(List<String> problems) {
        try {
            return new IngestionLags(config.druidUrl(), config.kafka()).read();
        } catch (DruidException | KafkaException e) {
            problems.add("ingestion lag is unknown: " + e.getMessage());
            return List.of();
        }
    }
}
