package com.fusioncommerce.platform.parts;

import com.fusioncommerce.api.consoles.ConsoleRoutes;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.supervisor.Health;
import com.fusioncommerce.platform.supervisor.Launch;
import com.fusioncommerce.platform.supervisor.Probe;
import com.fusioncommerce.platform.supervisor.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Apache Flink with all our jobs in one process. */
final class FlinkPart implements PlatformServer {
    static final String NAME = "flink";
    private static final String MODULE = "flink-jobs";

    /** Job states in Flink's overview, whose tasks are counted by state. */
    private static final Pattern JOB_STATE = Pattern.compile("\"state\"\\s*:\\s*\"([A-Z]+)\"");

    private static final Pattern STARTING_TASKS =
            Pattern.compile("\"(?:created|scheduled|deploying|initializing|reconciling)\"\\s*:\\s*[1-9]");

    private final PlatformConfig config;
    private final OwnModule module;

    FlinkPart(PlatformConfig config) {
        this.config = config;
        this.module = OwnModule.of(config, MODULE);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Apache Flink and its jobs";
    }

    @Override
    public String version() {
        return JarVersions.of(config.root().resolve(MODULE).resolve("target/lib"), "flink-runtime");
    }

    @Override
    public Set<String> needs() {
        return Needs.of(KafkaPart.names(config), RegistryPart.NAME, TopicsStep.NAME, SchemasStep.NAME);
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.FLINK, Port.FLINK_METRICS);
    }

    @Override
    public int memoryMib() {
        return 1_000;
    }

    @Override
    public Map<String, String> links() {
        return Map.of("Flink", config.apiUrl() + ConsoleRoutes.FLINK);
    }

    @Override
    public Launch launch(Progress progress) throws IOException {
        Path data = config.home().data(NAME);
        Files.createDirectories(data);
        Map<String, String> environment = new TreeMap<>(OwnModule.environment(config));
        environment.putIfAbsent(
                "FUSION_CHECKPOINTS", data.resolve("checkpoints").toString());
        JavaCommand java = JavaCommand.in(data, "640m");
        openJdk(java);
        return new Launch(java.main(module.classpath(), "com.fusioncommerce.flink.Main"), environment, data);
    }

    /** Opens JDK packages to Flink's reflection: a manifest's {@code Add-Opens} counts only for {@code java -jar}. */
    static void openJdk(JavaCommand java) {
        for (String opened : List.of("java.util", "java.lang", "java.time", "java.util.concurrent")) {
            java.option("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
    }

    @Override
    public Probe probe() {
        return jobsRun(config);
    }

    /** Up when there are jobs, and all jobs and all their tasks are running. */
    static Probe jobsRun(PlatformConfig config) {
        Probe allRun = Probes.http(config.flinkUrl() + "/jobs/overview", FlinkPart::allRun);
        return () -> {
            Health health = allRun.check();
            return health.up() || !health.detail().endsWith("yet") ? health : Health.down("its jobs do not run yet");
        };
    }

    static boolean allRun(String overview) {
        List<String> states = JOB_STATE
                .matcher(overview)
                .results()
                .map(state -> state.group(1))
                .toList();
        return !states.isEmpty()
                && states.stream().allMatch("RUNNING"::equals)
                && !STARTING_TASKS.matcher(overview).find();
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(30);
    }
}
