package com.fusioncommerce.trials.bench.growth;

import com.fusioncommerce.platform.config.Directories;
import com.fusioncommerce.trials.bench.Await;
import com.fusioncommerce.trials.bench.BenchPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/** Restarts the API's process with SIGTERM, and measures how long the next one takes to serve. */
final class Starts {
    private static final String API = "api";
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final BenchPlatform platform;

    Starts(BenchPlatform platform) {
        this.platform = platform;
    }

    /** Restart with the state on disk: milliseconds from the process's start to its first complete answer. */
    long warm(BooleanSupplier serves) throws IOException {
        return again(end(), serves);
    }

    /** Restart without state on disk, so that it is restored from the changelogs. */
    long wiped(BooleanSupplier serves) throws IOException {
        Path state = platform.config().home().data(API);
        Path aside = state.resolveSibling(API + "-wiped");
        long old = end();
        // The state is moved, not deleted: the supervisor starts the next process after one second.
        Files.move(state, aside);
        Instant moved = Instant.now();
        long took = again(old, serves);
        if (process().info().startInstant().orElseThrow().isBefore(moved)) {
            throw new IOException("the API was started before its state had been moved away: run it again");
        }
        Directories.delete(aside);
        return took;
    }

    private long end() {
        long pid = platform.pid(API);
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroy();
        process.onExit().join();
        return pid;
    }

    private long again(long old, BooleanSupplier serves) throws IOException {
        Await.until("the API was started again", PATIENCE, () -> isOther(old));
        Await.until("the API serves", PATIENCE, serves);
        Instant now = Instant.now();
        try {
            return Duration.between(process().info().startInstant().orElseThrow(), now)
                    .toMillis();
        } catch (CompletionException e) {
            throw new IOException("the API ended while it was started", e);
        }
    }

    private boolean isOther(long old) {
        try {
            return platform.pid(API) != old;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private ProcessHandle process() {
        return ProcessHandle.of(platform.pid(API)).orElseThrow();
    }
}
