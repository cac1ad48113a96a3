package com.fusioncommerce.trials.bench;

import com.fusioncommerce.api.operations.FoundOperations;
import com.fusioncommerce.platform.Platform;
import com.fusioncommerce.platform.cli.Tokens;
import com.fusioncommerce.platform.config.Directories;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.config.Shape;
import com.fusioncommerce.platform.parts.Catalogue;
import com.fusioncommerce.platform.supervisor.PidFile;
import com.fusioncommerce.platform.supervisor.Server;
import com.fusioncommerce.platform.supervisor.Watcher;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.trials.bench.machine.Usage;
import com.fusioncommerce.workloads.client.ClientSettings;
import com.fusioncommerce.workloads.client.FusionClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The platform that a benchmark measures. */
public final class BenchPlatform implements AutoCloseable {
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);
    private static final List<String> SCOPES = FoundOperations.scopes();

    private final PlatformConfig config;
    private final Platform started;
    private final boolean keep;
    private final Thread lastResort;
    private final Set<String> expected;

    private BenchPlatform(PlatformConfig config, Platform started, boolean keep, Thread lastResort) {
        this.config = config;
        this.started = started;
        this.keep = keep;
        this.lastResort = lastResort;
        this.expected = Set.copyOf(pids().keySet());
    }

    static BenchPlatform start(
            BenchRun run, Path root, Set<String> parts, Map<String, String> environment, Shape shape, boolean keep)
            throws Exception {
        Path all = Files.createDirectories(root.resolve("target/bench"));
        Path home = Files.createTempDirectory(all, "home-");
        PlatformConfig config = PlatformConfig.local(root, new Home(home), Ports.free())
                .with(environment)
                .with(shape);
        run.say("starting %s in %s", String.join(", ", parts), home);
        Platform platform = Platform.prepare(config, parts, false, new Deaths(run));
        // A shutdown hook stops the servers if the benchmark is ended during their start.
        Thread lastResort = new Thread(platform::close);
        Runtime.getRuntime().addShutdownHook(lastResort);
        platform.start();
        return new BenchPlatform(config, platform, keep, lastResort);
    }

    static BenchPlatform attach(BenchRun run, PlatformConfig config) throws IOException {
        BenchPlatform running = new BenchPlatform(config, null, true, null);
        Map<String, Long> pids = running.pids();
        if (pids.isEmpty()) {
            throw new IOException("nothing runs in " + config.home().directory()
                    + ": start it with `fusion up`, say where with --home, or leave --attach out");
        }
        run.owns(pids.values());
        return running;
    }

    /** Configuration, with the addresses of the parts. */
    public PlatformConfig config() {
        return config;
    }

    /** The process id of a running part. */
    public long pid(String part) {
        Long pid = pids().get(part);
        if (pid == null) {
            throw new IllegalStateException(part + " does not run");
        }
        return pid;
    }

    /** Restarts parts one at a time, each after the previous one has settled. */
    public void restart(String... chosen) {
        Platform.restart(config, chosen);
    }

    /** Kills a part with kill -9. */
    public void kill(String part) {
        ProcessHandle process = ProcessHandle.of(pid(part)).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Whether every part is serving and caught up. */
    public boolean isSettled() {
        Set<String> running = pids().keySet();
        return new Catalogue(config)
                .all().stream()
                        .filter(part -> part instanceof Server && expected.contains(part.name()))
                        .allMatch(part -> running.contains(part.name())
                                && ((Server) part).settled().check().up());
    }

    /** The parts' processor time and memory so far. */
    public Usage usage() {
        return Usage.of(pids());
    }

    /** A token with all scopes of a tenant. */
    public String token(String tenant) {
        try {
            return new Tokens(config.home()).issue(tenant, Actor.service("bench"), SCOPES, TOKEN_LIFE);
        } catch (IOException e) {
            throw new IllegalStateException("no token could be made", e);
        }
    }

    /** A client of one tenant that retries while the API is busy: for setup and checks, not for measuring. */
    public FusionClient client(String tenant) {
        return new FusionClient(ClientSettings.of(config.apiUrl(), token(tenant)));
    }

    private Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (PidFile file : PidFile.in(config.home().run())) {
            file.process().ifPresent(process -> pids.put(file.part(), process.pid()));
        }
        return pids;
    }

    /** Stops the platform and deletes its state, if the benchmark started it. */
    @Override
    public void close() throws IOException {
        if (started == null) {
            return;
        }
        started.close();
        Runtime.getRuntime().removeShutdownHook(lastResort);
        if (!keep) {
            Directories.delete(config.home().directory());
        }
    }

    /** Reports parts that die during the measurement. */
    private record Deaths(BenchRun run) implements Watcher {
        @Override
        public void died(String part, String how, List<String> logTail, Duration restartIn) {
            run.say("%s %s", part, how);
            logTail.forEach(line -> run.say("  | %s", line));
        }
    }
}
