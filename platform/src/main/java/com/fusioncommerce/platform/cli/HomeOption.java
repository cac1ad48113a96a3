package com.fusioncommerce.platform.cli;

import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.Loopback;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.config.RunningPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that every command has: which platform. */
public final class HomeOption {
    private static final String ROOT = "fusion.root";
    private static final String PREFIX = "FUSION_";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:FUSION_HOME}",
            description = "Where the platform keeps its state (default: .fusion in the project, or FUSION_HOME).")
    private Path directory;

    /** The home. */
    public Home home() {
        return new Home(directory == null || directory.toString().isEmpty() ? root().resolve(".fusion") : directory);
    }

    /** The project's directory: the script says it, or it is this directory or one above. */
    public static Path root() {
        String given = System.getProperty(ROOT);
        if (given != null) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        Path candidate = Path.of("").toAbsolutePath();
        while (candidate != null && !Files.isDirectory(candidate.resolve("platform/servers"))) {
            candidate = candidate.getParent();
        }
        if (candidate == null) {
            throw new IllegalStateException("not in the project's directory: run ./fusion, or set -D" + ROOT);
        }
        return candidate;
    }

    /** How the platform that runs in this home can be reached; where none runs, how one with the usual ports would. */
    public PlatformConfig config() throws IOException {
        var running = RunningPlatform.in(home());
        return running.isPresent()
                ? running.get().config(root(), home())
                : new PlatformConfig(root(), home(), Ports.standard(), Loopback.TEXT, environment());
    }

    /** Our variables in this process's environment. */
    public static Map<String, String> environment() {
        Map<String, String> ours = new HashMap<>(System.getenv());
        ours.keySet().removeIf(name -> !name.startsWith(PREFIX));
        ours.values().removeIf(String::isBlank);
        return ours;
    }
}
