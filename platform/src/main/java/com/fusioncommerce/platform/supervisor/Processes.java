package com.fusioncommerce.platform.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Process information from the operating system. */
public final class Processes {
    /** The kernel rounds start times, and clocks are adjusted a little. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private Processes() {}

    /** The process with this id and start time, if it still runs: ids are reused. */
    public static Optional<ProcessHandle> find(long pid, Instant started) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> !isZombie(pid))
                .filter(handle -> startOf(handle)
                        .map(actual -> Duration.between(actual, started).abs().compareTo(START_TOLERANCE) <= 0)
                        .orElse(false));
    }

    /** The start time of a process; empty if it has ended. */
    public static Optional<Instant> startOf(ProcessHandle handle) {
        return handle.info().startInstant();
    }

    /** Resident memory in bytes; empty if the system does not report it. */
    public static OptionalLong residentBytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Sends SIGTERM to a process, and kills it and its children after the grace period.
     *
     * @return whether it was killed
     */
    static boolean end(ProcessHandle handle, Duration grace) {
        handle.destroy();
        if (gone(handle, grace)) {
            return false;
        }
        List<ProcessHandle> all = handle.descendants().toList();
        handle.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        gone(handle, KILL_PATIENCE);
        return true;
    }

    /** Wraps the command to run in its own session, so that Ctrl-C in the terminal reaches only the supervisor. */
    public static List<String> inOwnSession(List<String> command) {
        return SETSID.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(setsid -> {
                    List<String> wrapped = new java.util.ArrayList<>(command);
                    wrapped.add(0, setsid.toString());
                    return List.copyOf(wrapped);
                })
                .orElse(command);
    }

    private static boolean gone(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !handle.isAlive() || isZombie(handle.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !handle.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for process " + handle.pid(), e);
        }
    }

    /** Whether a process is a zombie: ended, but not reaped, as in containers whose first process reaps nothing. */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
