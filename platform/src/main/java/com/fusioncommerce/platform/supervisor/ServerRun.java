package com.fusioncommerce.platform.supervisor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The supervision of one server: start, wait for readiness, restart after a death, stop. */
final class ServerRun {
    private static final int TRIES = 3;
    private static final int TAIL_LINES = 12;
    private static final long PROBE_EVERY_MS = 250;
    private static final long CAP_EVERY_MS = 5_000;
    private static final int SIGNAL_BASE = 128;
    private static final File NOTHING = new File("/dev/null");

    private final Server server;
    private final int order;
    private final Path runDirectory;
    private final LogFile log;
    private final OutputFile output;
    private final Backoff backoff;
    private final Watcher watcher;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Process process;

    ServerRun(
            Server server,
            int order,
            Path runDirectory,
            Path logDirectory,
            Backoff.Schedule schedule,
            Watcher watcher) {
        this.server = server;
        this.order = order;
        this.runDirectory = runDirectory;
        this.log = LogFile.of(logDirectory, server.name());
        this.output = OutputFile.of(logDirectory, server.name());
        this.backoff = new Backoff(schedule);
        this.watcher = watcher;
    }

    /** Completes when the server is ready for the first time; fails with a {@link StartException} if it can't start. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** The id of the server's process, empty while it has none. */
    synchronized OptionalLong pid() {
        return process != null && process.isAlive() ? OptionalLong.of(process.pid()) : OptionalLong.empty();
    }

    /** Supervises the server until {@link #stop()}, or until its first start has failed for good. */
    void keepRunning() {
        int deathsBeforeReady = 0;
        try {
            while (!isStopping()) {
                long startedAt = System.nanoTime();
                String how = runOnce();
                if (isStopping()) {
                    return;
                }
                if (Restart.wasAsked(runDirectory, server.name())) {
                    continue;
                }
                if (!ready.isDone() && ++deathsBeforeReady == TRIES) {
                    throw new StartException(server.name(), how + ", " + TRIES + " times in a row", tail());
                }
                Duration wait = backoff.after(Duration.ofNanos(System.nanoTime() - startedAt));
                watcher.died(server.name(), how, tail(), wait);
                if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (StartException e) {
            ready.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the process, waits for its end, and describes how it ended. */
    private String runOnce() throws InterruptedException, StartException {
        long startedAt = System.nanoTime();
        Process child;
        try {
            child = spawn();
        } catch (IOException | RuntimeException e) {
            if (!ready.isDone()) {
                throw new StartException(server.name(), e);
            }
            return "could not be started: " + e.getMessage();
        }
        if (child == null) {
            return "stopping";
        }
        Health health = awaitReady(child);
        if (health.up()) {
            watcher.ready(server.name(), Duration.ofNanos(System.nanoTime() - startedAt), health.detail());
            ready.complete(null);
        } else if (child.isAlive() && !isStopping()) {
            Processes.end(child.toHandle(), server.grace());
            String why = "not ready after " + server.patience().toSeconds() + " s: " + health.detail();
            if (!ready.isDone()) {
                throw new StartException(server.name(), why, tail());
            }
            return why;
        }
        while (!child.waitFor(CAP_EVERY_MS, TimeUnit.MILLISECONDS)) {
            output.cap(server.name(), watcher);
        }
        return ending(child.exitValue());
    }

    private Process spawn() throws IOException {
        watcher.working(server.name(), "preparing");
        Launch launch = server.launch(doing -> watcher.working(server.name(), doing));
        output.open();
        synchronized (this) {
            if (isStopping()) {
                return null;
            }
            watcher.working(server.name(), "starting");
            ProcessBuilder builder = new ProcessBuilder(Processes.inOwnSession(launch.command()))
                    .directory(launch.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(output.path().toFile()));
            builder.environment().putAll(launch.environment());
            builder.environment().put("FUSION_LOG_TO", "file");
            builder.environment()
                    .put(LogFile.ENVIRONMENT, log.path().toAbsolutePath().toString());
            process = builder.start();
            PidFile.of(server.name(), process, order, server.grace()).writeTo(runDirectory);
            return process;
        }
    }

    private Health awaitReady(Process child) throws InterruptedException {
        long deadline = System.nanoTime() + server.patience().toNanos();
        Health health = Health.down("not asked yet");
        while (System.nanoTime() < deadline && !isStopping()) {
            if (child.waitFor(PROBE_EVERY_MS, TimeUnit.MILLISECONDS)) {
                return Health.down("ended");
            }
            output.cap(server.name(), watcher);
            health = server.probe().check();
            if (health.up()) {
                return health;
            }
        }
        return health;
    }

    /** Stops the server and prevents restarts. */
    void stop() {
        Process last;
        synchronized (this) {
            stopping.countDown();
            last = process;
        }
        if (last == null) {
            return;
        }
        if (last.isAlive()) {
            watcher.stopping(server.name());
            watcher.stopped(server.name(), Processes.end(last.toHandle(), server.grace()));
        }
        PidFile.delete(runDirectory, server.name());
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private List<String> tail() {
        try {
            List<String> lines = new ArrayList<>(log.tail(TAIL_LINES));
            lines.addAll(new LogFile(output.path()).tail(TAIL_LINES));
            return lines;
        } catch (IOException e) {
            return List.of("(its log cannot be read: " + e.getMessage() + ")");
        }
    }

    private static String ending(int exitCode) {
        return exitCode > SIGNAL_BASE
                ? "killed by signal " + (exitCode - SIGNAL_BASE)
                : "ended with exit code " + exitCode;
    }
}
