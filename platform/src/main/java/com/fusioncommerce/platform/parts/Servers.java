package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.druid.DruidDist;
import com.fusioncommerce.platform.supervisor.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The distributions of third-party servers. */
public final class Servers {
    private Servers() {}

    /**
     * Fetches missing distributions, for later starts without a network.
     *
     * @param progress gets the steps that take time
     * @throws IOException if a distribution cannot be fetched; the message is meant for people
     */
    public static void fetch(PlatformConfig config, Progress progress) throws IOException {
        for (String name : List.of(KafkaPart.NAME, RegistryPart.NAME)) {
            new Distribution(config.root(), name).ensure(progress);
        }
        Path druid = new Distribution(config.root(), DruidPart.NAME).directory();
        synchronized (Distribution.MAVEN) {
            DruidDist.ensure(config.root(), druid, progress::doing);
        }
    }
}
