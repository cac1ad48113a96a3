package com.fusioncommerce.platform.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Restarts supervised servers, from the supervisor's process or another one: leaves a marker file in the run directory
 * and ends the process; the supervisor finds the marker and starts the server at once.
 */
public final class Restart {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration SETTLE_PATIENCE = Duration.ofMinutes(3);
    private static final String SUFFIX = ".restart";

    private final Path runDirectory;
    private final Watcher watcher;

    /** Restarts servers with a pid file in this directory. */
    public Restart(Path runDirectory, Watcher watcher) {
        this.runDirectory = runDirectory;
        this.watcher = watcher;
    }

    /**
     * Restarts a server and returns when it has settled, so that the next one may go.
     *
     * @throws IllegalStateException if the server does not run or does not settle in time; the message is meant for
     *     people
     */
    public void restart(Server server) {
        PidFile old = PidFile.of(server.name(), runDirectory)
                .filter(file -> file.process().isPresent())
                .orElseThrow(() -> new IllegalStateException(server.name() + " does not run: see `fusion status`"));
        ask(server.name());
        watcher.stopping(server.name());
        boolean killed = Processes.end(old.process().orElseThrow(), server.grace());
        watcher.stopped(server.name(), killed);
        watcher.working(server.name(), "starting again");
        long startedAt = System.nanoTime();
        Health health = await(server, old.pid());
        if (!health.up()) {
            throw new IllegalStateException(server.name() + " has not settled " + SETTLE_PATIENCE.toSeconds()
                    + " s after its restart: " + health.detail() + "; see `fusion logs " + server.name() + "`");
        }
        watcher.ready(server.name(), Duration.ofNanos(System.nanoTime() - startedAt), "settled");
    }

    private Health await(Server server, long oldPid) {
        long deadline = System.nanoTime() + SETTLE_PATIENCE.toNanos();
        Health health = Health.down("not started again");
        while (!health.up()
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            boolean again = PidFile.of(server.name(), runDirectory)
                    .filter(file -> file.pid() != oldPid)
                    .flatMap(PidFile::process)
                    .isPresent();
            if (again) {
                health = server.settled().check();
            }
        }
        return health;
    }

    private void ask(String part) {
        try {
            Files.writeString(note(runDirectory, part), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for a restart of " + part, e);
        }
    }

    /** Whether the server's end was requested by a marker; deletes the marker. */
    static boolean wasAsked(Path runDirectory, String part) {
        try {
            return Files.deleteIfExists(note(runDirectory, part));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the note to restart " + part, e);
        }
    }

    private static Path note(Path runDirectory, String part) {
        return runDirectory.resolve(part + SUFFIX);
    }
}
