package com.fusioncommerce.platform;

import com.fusioncommerce.platform.config.AlreadyRunningException;
import com.fusioncommerce.platform.config.HomeLock;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.config.Preflight;
import com.fusioncommerce.platform.config.RunningPlatform;
import com.fusioncommerce.platform.parts.Catalogue;
import com.fusioncommerce.platform.parts.PlatformServer;
import com.fusioncommerce.platform.supervisor.Leftovers;
import com.fusioncommerce.platform.supervisor.Part;
import com.fusioncommerce.platform.supervisor.Restart;
import com.fusioncommerce.platform.supervisor.Server;
import com.fusioncommerce.platform.supervisor.StartException;
import com.fusioncommerce.platform.supervisor.Supervisor;
import com.fusioncommerce.platform.supervisor.SupervisorLog;
import com.fusioncommerce.platform.supervisor.Watcher;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A running platform: real servers on this machine, as child processes. The command line uses it, and so do end-to-end
 * tests, each with its own home and free ports.
 */
public final class Platform implements AutoCloseable {
    private final PlatformConfig config;
    private final HomeLock lock;
    private final List<Part> parts;
    private final Supervisor supervisor;
    private final SupervisorLog log;

    private Platform(PlatformConfig config, HomeLock lock, List<Part> parts, Watcher watcher) {
        this.config = config;
        this.lock = lock;
        this.parts = parts;
        this.log = new SupervisorLog(config.home().logs());
        this.supervisor =
                new Supervisor(parts, config.home().run(), config.home().logs(), Watcher.both(watcher, log));
    }

    /**
     * Starts parts and returns when all are ready.
     *
     * @param only names of parts, started with their dependencies; empty for all
     * @throws PreflightException if the machine lacks something; nothing was started
     * @throws AlreadyRunningException if this home has a platform running
     * @throws StartException if a part can't be started; nothing is left running
     */
    public static Platform start(PlatformConfig config, Set<String> only, Watcher watcher)
            throws IOException, InterruptedException, StartException {
        Platform platform = prepare(config, only, false, watcher);
        platform.start();
        return platform;
    }

    /** Locks the home, stops the processes of a supervisor that was killed, and checks the machine. Starts nothing. */
    public static Platform prepare(PlatformConfig config, Set<String> only, boolean fresh, Watcher watcher)
            throws IOException {
        List<Part> parts = new Catalogue(config).select(only);
        HomeLock lock = HomeLock.take(config.home());
        try {
            Leftovers.stop(config.home().run(), watcher);
            List<String> problems = preflight(config, parts);
            if (!problems.isEmpty()) {
                throw new PreflightException(problems);
            }
            if (fresh) {
                config.home().wipe();
            }
            return new Platform(config, lock, parts, watcher);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts the prepared parts.
     *
     * @throws StartException if a part does not become ready; then all parts are stopped again
     */
    public void start() throws IOException, InterruptedException, StartException {
        RunningPlatform.of(config, parts.stream().map(Part::name).toList(), false)
                .writeTo(config.home());
        try {
            supervisor.start();
        } catch (StartException e) {
            close();
            throw e;
        }
        RunningPlatform.of(config, parts.stream().map(Part::name).toList(), true)
                .writeTo(config.home());
    }

    private static List<String> preflight(PlatformConfig config, List<Part> parts) {
        Map<Port, String> needed = new EnumMap<>(Port.class);
        long memoryMib = 0;
        for (Part part : parts) {
            if (part instanceof PlatformServer server) {
                server.ports().forEach(port -> needed.put(port, server.name()));
                memoryMib += server.memoryMib();
            }
        }
        return new Preflight(config.ports())
                .problems(needed, memoryMib, config.home().directory());
    }

    /** The platform's configuration, with the addresses of its parts. */
    public PlatformConfig config() {
        return config;
    }

    /** The parts, in the order in which they are started. */
    public List<Part> parts() {
        return parts;
    }

    /** The process id of a part, empty while it has no process; tests kill processes by it. */
    public OptionalLong pid(String part) {
        return supervisor.pid(part);
    }

    /** Restarts parts of this platform, see {@link #restart(PlatformConfig, String...)}. */
    public void restart(String... chosen) {
        restart(config, chosen);
    }

    /**
     * Restarts parts of the platform that runs with this configuration one at a time, each after the previous one has
     * settled.
     *
     * @param chosen names of parts or of kinds of parts
     * @throws IllegalArgumentException if there is no such part
     * @throws IllegalStateException if a part does not run, or does not settle in time
     */
    public static void restart(PlatformConfig config, String... chosen) {
        Restart restart = new Restart(config.home().run(), Watcher.silent());
        for (Part part : new Catalogue(config).named(Set.of(chosen))) {
            if (part instanceof Server server) {
                restart.restart(server);
            }
        }
    }

    /** Waits until the platform is closed. */
    void awaitClosed() throws InterruptedException {
        supervisor.awaitClosed();
    }

    /** Stops all parts in order and returns when all their processes have ended. */
    @Override
    public void close() {
        supervisor.close();
        log.close();
        RunningPlatform.forget(config.home());
        lock.close();
    }
}
