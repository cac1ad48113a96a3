package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.druid.DruidDist;
import com.fusioncommerce.platform.druid.DruidServer;
import com.fusioncommerce.platform.supervisor.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Druid's files, from which both ZooKeeper and Druid are started. */
final class DruidInstallation {
    private final PlatformConfig config;

    DruidInstallation(PlatformConfig config) {
        this.config = config;
    }

    /** The folder of configuration, metadata and segments. */
    Path work() {
        return config.home().data(DruidPart.NAME);
    }

    /** Fetches missing jars and writes the configuration. */
    DruidServer prepare(Progress progress) throws IOException {
        try {
            synchronized (Distribution.MAVEN) {
                DruidDist.ensure(config.root(), distribution(), progress::doing);
                return DruidServer.prepare(distribution(), work(), ports(config.ports()));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The version of one of Druid's jars; "?" before it is fetched. */
    String versionOf(String artifact) {
        return JarVersions.of(distribution().resolve("lib"), artifact);
    }

    private Path distribution() {
        return config.root().resolve("platform/target/servers/druid");
    }

    private static DruidServer.Ports ports(Ports ports) {
        return new DruidServer.Ports(
                ports.of(Port.ZOOKEEPER),
                ports.of(Port.DRUID_METADATA),
                ports.of(Port.DRUID_COORDINATOR),
                ports.of(Port.DRUID_BROKER),
                ports.of(Port.DRUID_HISTORICAL),
                ports.of(Port.DRUID_INDEXER),
                ports.of(Port.DRUID_ROUTER));
    }
}
