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

/** Apache ZooKeeper, the service discovery of Druid. */
final class ZooKeeperPart implements PlatformServer {
    static final String NAME = "zookeeper";

    private final PlatformConfig config;
    private final DruidInstallation installation;

    ZooKeeperPart(PlatformConfig config) {
        this.config = config;
        this.installation = new DruidInstallation(config);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Apache ZooKeeper";
    }

    @Override
    public String version() {
        return installation.versionOf("zookeeper");
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.ZOOKEEPER);
    }

    @Override
    public int memoryMib() {
        return 150;
    }

    @Override
    public Map<String, String> links() {
        return Map.of();
    }

    @Override
    public Launch launch(Progress progress) throws IOException {
        return new Launch(installation.prepare(progress).zookeeperCommand(), Map.of(), installation.work());
    }

    @Override
    public Probe probe() {
        return Probes.tcp(config.ports().of(Port.ZOOKEEPER));
    }
}
