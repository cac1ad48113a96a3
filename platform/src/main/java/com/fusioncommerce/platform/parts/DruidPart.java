package com.fusioncommerce.platform.parts;

import com.fusioncommerce.api.consoles.ConsoleRoutes;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.supervisor.Health;
import com.fusioncommerce.platform.supervisor.Launch;
import com.fusioncommerce.platform.supervisor.Probe;
import com.fusioncommerce.platform.supervisor.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Apache Druid: coordinator, broker, historical, indexer and router in one process. */
final class DruidPart implements PlatformServer {
    static final String NAME = "druid";

    private final PlatformConfig config;
    private final DruidInstallation installation;

    DruidPart(PlatformConfig config) {
        this.config = config;
        this.installation = new DruidInstallation(config);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Apache Druid";
    }

    @Override
    public String version() {
        return installation.versionOf("druid-server");
    }

    @Override
    public Set<String> needs() {
        return Set.of(ZooKeeperPart.NAME);
    }

    @Override
    public List<Port> ports() {
        return List.of(
                Port.DRUID_ROUTER,
                Port.DRUID_COORDINATOR,
                Port.DRUID_BROKER,
                Port.DRUID_HISTORICAL,
                Port.DRUID_INDEXER,
                Port.DRUID_METADATA);
    }

    @Override
    public int memoryMib() {
        return 1_700;
    }

    @Override
    public Map<String, String> links() {
        return Map.of("Druid console", config.apiUrl() + ConsoleRoutes.DRUID);
    }

    @Override
    public Launch launch(Progress progress) throws IOException {
        return new Launch(
                installation.prepare(progress).druidCommand(),
                Map.of(PlatformConfig.REGISTRY_URL, config.registryUrl(), PlatformConfig.KAFKA, config.kafka()),
                installation.work());
    }

    /** Up when the overlord leads, for ingestion, and the broker knows the other services, for queries. */
    @Override
    public Probe probe() {
        Probe leads = Probes.http(config.url(Port.DRUID_ROUTER) + "/druid/indexer/v1/supervisor");
        Probe answers = Probes.http(config.url(Port.DRUID_BROKER) + "/druid/broker/v1/readiness");
        return () -> {
            Health leading = leads.check();
            return leading.up() ? answers.check() : leading;
        };
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(30);
    }
}
