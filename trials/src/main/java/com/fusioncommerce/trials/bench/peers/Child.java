package com.fusioncommerce.trials.bench.peers;

import com.fusioncommerce.platform.supervisor.LogFile;
import com.fusioncommerce.trials.bench.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A child process of the harness, with its log. It ends with this process, unless that is ended by kill -9. */
final class Child implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final int GRACE_SECONDS = 15;
    private static final int TAIL = 6;

    private final Process process;
    private final LogFile log;
    private final Thread lastResort;

    Child(Process process, Path log) {
        this.process = process;
        this.log = new LogFile(log);
        this.lastResort = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /**
     * Waits for a condition.
     *
     * @throws IOException if the condition does not hold in time, or the process ended before; the message has the end
     *     of its log
     */
    void await(String what, BooleanSupplier condition) throws IOException {
        try {
            Await.until(what + " answers", START_PATIENCE, () -> !process.isAlive() || condition.getAsBoolean());
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage() + "; " + tail(), e);
        }
        if (!process.isAlive()) {
            throw new IOException(what + " ended with exit code " + process.exitValue() + "; " + tail());
        }
    }

    private String tail() throws IOException {
        List<String> lines = log.tail(TAIL);
        return "the end of " + log.path() + ":\n" + String.join("\n", lines);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGTERM, and kills the process tree if it does not end. */
    @Override
    public void close() {
        List<ProcessHandle> under = process.descendants().toList();
        process.destroy();
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        under.forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }
}
