package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.supervisor.Launch;
import com.fusioncommerce.platform.supervisor.Probe;
import com.fusioncommerce.platform.supervisor.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Submits our jobs to a standalone Flink cluster, and resubmits them when its job manager has lost them. */
final class FlinkJobsPart implements PlatformServer {
    private final FlinkCluster cluster;

    FlinkJobsPart(PlatformConfig config) {
        this.cluster = new FlinkCluster(config);
    }

    @Override
    public String name() {
        return "flink-jobs";
    }

    @Override
    public String group() {
        return FlinkCluster.GROUP;
    }

    @Override
    public String title() {
        return "Flink's jobs";
    }

    @Override
    public String version() {
        return OwnModule.of(cluster.config(), name()).version();
    }

    @Override
    public Set<String> needs() {
        return Needs.of(
                KafkaPart.names(cluster.config()),
                JobManagerPart.NAME,
                RegistryPart.NAME,
                TopicsStep.NAME,
                SchemasStep.NAME);
    }

    @Override
    public List<Port> ports() {
        return List.of();
    }

    @Override
    public int memoryMib() {
        return 250;
    }

    @Override
    public Map<String, String> links() {
        return Map.of();
    }

    @Override
    public Launch launch(Progress progress) throws IOException {
        return cluster.launch(name(), "128m", "com.fusioncommerce.flink.SubmitJobs");
    }

    @Override
    public Probe probe() {
        return FlinkPart.jobsRun(cluster.config());
    }
}
