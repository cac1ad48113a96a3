package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.schemas.RegistryConfig;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A built module of ours: its jar and its dependencies.
 *
 * @param directory of the module
 * @param name of the module
 */
record OwnModule(Path directory, String name) {
    static OwnModule of(PlatformConfig config, String name) {
        return new OwnModule(config.root().resolve(name), name);
    }

    /**
     * The class path of the module.
     *
     * @throws IOException if the module is not built
     */
    String classpath() throws IOException {
        Path jar = target().resolve(name + "-" + version() + ".jar");
        if (!Files.exists(jar) || !Files.isDirectory(target().resolve("lib"))) {
            throw new IOException(name + " is not built: run `mvn -DskipTests package`");
        }
        return jar + File.pathSeparator + target().resolve("lib") + File.separator + "*";
    }

    String version() {
        return JarVersions.of(target(), name);
    }

    /** Environment variables common to all our modules: the addresses of the other parts. */
    static Map<String, String> environment(PlatformConfig config) {
        Map<String, String> environment = new HashMap<>(config.environment());
        environment.put(PlatformConfig.KAFKA, config.kafka());
        environment.put(RegistryConfig.URL, config.registryUrl());
        environment.put(PlatformConfig.DRUID_URL, config.druidUrl().toString());
        environment.put("FUSION_FLINK_URL", config.flinkUrl().toString());
        environment.put("FUSION_FLINK_PORT", Integer.toString(config.ports().of(Port.FLINK)));
        environment.put(
                "FUSION_FLINK_METRICS_PORT", Integer.toString(config.ports().of(Port.FLINK_METRICS)));
        environment.putIfAbsent(
                "FUSION_MODELS", config.root().resolve("ai-models/models").toString());
        return environment;
    }

    private Path target() {
        return directory.resolve("target");
    }
}
