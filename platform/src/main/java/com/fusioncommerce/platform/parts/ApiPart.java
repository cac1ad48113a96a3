package com.fusioncommerce.platform.parts;

import com.fusioncommerce.api.auth.DevKeys;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.supervisor.Health;
import com.fusioncommerce.platform.supervisor.Launch;
import com.fusioncommerce.platform.supervisor.Probe;
import com.fusioncommerce.platform.supervisor.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The API, with the commerce application in the same process. */
final class ApiPart implements PlatformServer {
    static final String NAME = "api";

    private static final Object KEYS = new Object();

    /** Records by which a standby copy of the state may lag when another node is restarted. */
    private static final int SETTLED_LAG = 1_000;

    private final PlatformConfig config;
    private final int number;
    private final OwnModule module;

    ApiPart(PlatformConfig config, int number) {
        this.config = config;
        this.number = number;
        this.module = OwnModule.of(config, NAME);
    }

    /** The API nodes of a platform. */
    static List<ApiPart> all(PlatformConfig config) {
        return IntStream.rangeClosed(1, config.shape().nodes())
                .mapToObj(number -> new ApiPart(config, number))
                .toList();
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
        return "API and commerce application";
    }

    @Override
    public String version() {
        return module.version();
    }

    @Override
    public Set<String> needs() {
        return Needs.of(KafkaPart.names(config), RegistryPart.NAME, TopicsStep.NAME, SchemasStep.NAME);
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.API.of(number));
    }

    @Override
    public int memoryMib() {
        return alone() ? 1_100 : 900;
    }

    private boolean alone() {
        return config.shape().nodes() == 1;
    }

    @Override
    public Map<String, String> links() {
        return number > 1
                ? Map.of("API, node " + number, config.apiUrl(number) + "/v1")
                : Map.of(
                        "API", config.apiUrl() + "/v1",
                        "OpenAPI", config.apiUrl() + "/openapi.json",
                        "Dashboards", config.apiUrl() + "/dashboards");
    }

    @Override
    public Launch launch(Progress progress) throws IOException {
        Path data = config.home().data(name());
        Files.createDirectories(data);
        makeKeys();
        List<String> command =
                // Half of the heap is the young generation, for requests in progress: their objects live only until the
                // response.
                JavaCommand.in(data, alone() ? "768m" : "512m")
                        .option("-XX:NewRatio=1")
                        .main(module.classpath(), "com.fusioncommerce.api.Main");
        return new Launch(command, environment(data), data);
    }

    /**
     * Creates missing keys and the peer secret: nodes start at the same time, and the first one creates them for all.
     */
    private void makeKeys() throws IOException {
        synchronized (KEYS) {
            DevKeys.at(config.home().keys());
            PeerSecret.makeIfAbsent(config.home().peerSecret());
        }
    }

    private Map<String, String> environment(Path data) {
        Map<String, String> environment = new TreeMap<>(OwnModule.environment(config));
        environment.put("FUSION_API_HOST", config.apiHost());
        environment.put("FUSION_API_PORT", Integer.toString(config.ports().of(Port.API.of(number))));
        environment.put("FUSION_FLINK_URL", config.flinkUrl().toString());
        environment.put("FUSION_STATE_DIR", data.toString());
        environment.putIfAbsent("FUSION_JWKS", config.home().jwks().toString());
        environment.putIfAbsent(
                "FUSION_PEER_SECRET_FILE", config.home().peerSecret().toString());
        if (!config.isGiven(PlatformConfig.KAFKA)) {
            // The least that our own brokers allow; a broker's default minimum is twice as long.
            environment.putIfAbsent("FUSION_SESSION_TIMEOUT_MS", "3000");
        }
        if (!alone()) {
            environment.put("FUSION_API_INSTANCE", Integer.toString(number - 1));
            environment.put("FUSION_API_ADVERTISED", config.apiUrl(number).getAuthority());
            environment.putIfAbsent("FUSION_STANDBYS", "1");
            environment.putIfAbsent("FUSION_API_DRAIN_MS", "1500");
        }
        return environment;
    }

    @Override
    public Probe probe() {
        return Probes.http(config.apiUrl(number) + "/health/ready");
    }

    /** A node may be stopped only when others have caught-up standby copies of its state. */
    @Override
    public Probe settled() {
        int copies = Math.min(2, config.shape().nodes());
        Probe spread = Probes.http(
                config.apiUrl(number) + "/metrics",
                metrics -> value(metrics, "state_copies") >= copies && value(metrics, "state_lag") <= SETTLED_LAG);
        return () -> {
            Health health = probe().check();
            return health.up() ? spread.check() : health;
        };
    }

    private static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }
}
