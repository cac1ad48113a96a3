package com.fusioncommerce.platform.parts;

import com.fusioncommerce.api.consoles.ConsoleRoutes;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.supervisor.Launch;
import com.fusioncommerce.platform.supervisor.Probe;
import com.fusioncommerce.platform.supervisor.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The job manager of a standalone Flink cluster, with the web UI. */
final class JobManagerPart implements PlatformServer {
    static final String NAME = FlinkPart.NAME;

    private final FlinkCluster cluster;

    JobManagerPart(PlatformConfig config) {
        this.cluster = new FlinkCluster(config);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String group() {
        return FlinkCluster.GROUP;
    }

    @Override
    public String title() {
        return "Apache Flink's job manager";
    }

    @Override
    public String version() {
        return cluster.version();
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.FLINK, Port.FLINK_RPC, Port.FLINK_METRICS);
    }

    @Override
    public int memoryMib() {
        return 450;
    }

    @Override
    public Map<String, String> links() {
        return Map.of("Flink", cluster.config().apiUrl() + ConsoleRoutes.FLINK);
    }

    @Override
    public Launch launch(Progress progress) throws IOException {
        return cluster.launch(
                NAME,
                "320m",
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                cluster.settings(Port.FLINK_METRICS));
    }

    @Override
    public Probe probe() {
        return Probes.http(cluster.config().flinkUrl() + "/overview");
    }
}
