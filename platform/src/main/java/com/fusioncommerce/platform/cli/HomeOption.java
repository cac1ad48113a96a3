package com.fusioncommerce.platform.cli;

import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.HomeLock;
import com.fusioncommerce.platform.config.Loopback;
import com.fusioncommerce.platform.config.NothingRunsException;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.config.RunningPlatform;
import com.fusioncommerce.platform.supervisor.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option {@code --home} of every command: selects a platform by its home. */
public final class HomeOption {
    private static final String ROOT = "fusion.root";
    private static final String PREFIX = "FUSION_";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:FUSION_HOME}",
            description = "Where the platform keeps its state (default: .fusion in the project, or FUSION_HOME).")
    private Path directory;

    /** The selected home. */
    public Home home() {
        return new Home(directory == null || directory.toString().isEmpty() ? root().resolve(".fusion") : directory);
    }

    /** This option as another command needs it to find the same home: with a space before it, empty where it needs none. */
    public String argument() {
        String given = directory == null ? "" : directory.toString();
        return given.isEmpty() || given.equals(System.getenv("FUSION_HOME")) ? "" : " --home " + given;
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

    /**
     * The home of an earlier start.
     *
     * @throws NothingRunsException if no platform was ever started in the home
     */
    public Home started() {
        Home home = home();
        if (!NothingRunsException.wasStarted(home)) {
            throw NothingRunsException.in(home, List.of());
        }
        return home;
    }

    /**
     * The configuration of the platform that runs in this home.
     *
     * @param needed environment variables with the needed addresses; if all are set, no platform has to run here
     * @throws NothingRunsException if no platform runs here and a needed variable is not set
     */
    public PlatformConfig config(String... needed) throws IOException {
        Home home = home();
        var running = RunningPlatform.in(home);
        if (running.isPresent() && isAlive(home)) {
            return running.get().config(root(), home);
        }
        Map<String, String> named = environment();
        if (needed.length > 0 && named.keySet().containsAll(List.of(needed))) {
            return new PlatformConfig(root(), home, Ports.standard(), Loopback.TEXT, named);
        }
        throw NothingRunsException.in(home, List.of(needed));
    }

    /**
     * Whether processes are alive: after a crash the state file still exists, and the ports may be another platform's.
     */
    private static boolean isAlive(Home home) throws IOException {
        return HomeLock.holder(home).isPresent() || !Leftovers.in(home.run()).isEmpty();
    }

    /** The {@code FUSION_} variables of this process's environment. */
    public static Map<String, String> environment() {
        Map<String, String> ours = new HashMap<>(System.getenv());
        ours.keySet().removeIf(name -> !name.startsWith(PREFIX));
        ours.values().removeIf(String::isBlank);
        return ours;
    }
}
