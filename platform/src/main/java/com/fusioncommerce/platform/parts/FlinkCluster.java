package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.Loopback;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.config.Shape;
import com.fusioncommerce.platform.supervisor.Launch;
import com.fusioncommerce.platform.supervisor.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shared configuration of the processes of a standalone Flink cluster. */
final class FlinkCluster {
    /** The group of all parts of the cluster. */
    static final String GROUP = FlinkPart.NAME;

    private static final String MODULE = "flink-jobs";
    private static final String REPORTER = "com.fusioncommerce.flink.metrics.PrometheusReporterFactory";

    private final PlatformConfig config;
    private final OwnModule module;

    FlinkCluster(PlatformConfig config) {
        this.config = config;
        this.module = OwnModule.of(config, MODULE);
    }

    /** The job manager, the task managers, and the part that submits the jobs. */
    static List<Part> parts(PlatformConfig config) {
        List<Part> parts = new ArrayList<>();
        parts.add(new JobManagerPart(config));
        for (int number = 1; number <= Shape.TASK_MANAGERS; number++) {
            parts.add(new TaskManagerPart(config, number));
        }
        parts.add(new FlinkJobsPart(config));
        return List.copyOf(parts);
    }

    PlatformConfig config() {
        return config;
    }

    /** Flink's version. */
    String version() {
        return JarVersions.of(config.root().resolve(MODULE).resolve("target/lib"), "flink-runtime");
    }

    /** Configuration common to all processes of the cluster. */
    Map<String, Object> settings(Port metrics) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("rest.address", Loopback.TEXT);
        settings.put("rest.bind-address", Loopback.TEXT);
        settings.put("rest.port", config.ports().of(Port.FLINK));
        settings.put("rest.bind-port", config.ports().of(Port.FLINK));
        settings.put("web.submit.enable", false);
        settings.put("web.cancel.enable", false);
        settings.put("web.rescale.enable", false);
        // The default is *, which would let any web page read the jobs' ids.
        settings.put("web.access-control-allow-origin", config.flinkUrl().toString());
        settings.put("jobmanager.rpc.address", Loopback.TEXT);
        settings.put("jobmanager.rpc.port", config.ports().of(Port.FLINK_RPC));
        settings.put("jobmanager.bind-host", Loopback.TEXT);
        settings.put("taskmanager.host", Loopback.TEXT);
        settings.put("taskmanager.bind-host", Loopback.TEXT);
        // A task manager that hangs is replaced after ten lost heartbeats; one that is killed, at once.
        settings.put("heartbeat.interval", "1000 ms");
        settings.put("heartbeat.timeout", "10 s");
        settings.put("metrics.reporters", "prometheus");
        settings.put("metrics.reporter.prometheus.factory.class", REPORTER);
        settings.put("metrics.reporter.prometheus.host", Loopback.TEXT);
        settings.put(
                "metrics.reporter.prometheus.port",
                Integer.toString(config.ports().of(metrics)));
        return settings;
    }

    /** The launch of one Flink process with these settings. */
    Launch launch(String part, String heap, String mainClass, Map<String, Object> settings) throws IOException {
        Path data = config.home().data(part);
        JavaCommand java = JavaCommand.in(data, heap);
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("io.tmp.dirs", data.resolve("tmp"));
        Path conf = Files.createDirectories(data.resolve("conf"));
        Files.writeString(
                conf.resolve("config.yaml"),
                all.entrySet().stream()
                        .map(setting -> setting.getKey() + ": \"" + setting.getValue() + "\"\n")
                        .collect(Collectors.joining()));
        java.property("logback.configurationFile", "flink-logback.xml");
        FlinkPart.openJdk(java);
        return new Launch(
                java.main(module.classpath(), mainClass, "--configDir", conf.toString()), environment(), data);
    }

    /** The launch of one of our own programs. */
    Launch launch(String part, String heap, String mainClass) throws IOException {
        Path data = config.home().data(part);
        JavaCommand java = JavaCommand.in(data, heap).lightCompiler();
        FlinkPart.openJdk(java);
        return new Launch(java.main(module.classpath(), mainClass), environment(), data);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(OwnModule.environment(config));
        // Same directory as in process mode: jobs resume from its checkpoints when the mode changes.
        environment.putIfAbsent(
                "FUSION_CHECKPOINTS",
                config.home().data(FlinkPart.NAME).resolve("checkpoints").toString());
        return environment;
    }
}
