package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.druid.DruidDist;
import com.fusioncommerce.platform.supervisor.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The servers that are not ours. */
public final class Servers {
    private Servers() {}

    /**
     * Fetches those that are missing: for whoever starts a platform where there is no network.
     *
     * @param progress told what takes time
     * @throws IOException if one cannot be had; the message is meant for people
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
