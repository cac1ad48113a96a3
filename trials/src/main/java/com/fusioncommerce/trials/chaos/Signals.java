package com.fusioncommerce.trials.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;

/** Faults by signals to a part's process. */
final class Signals {
    private static final Duration DEATH = Duration.ofSeconds(10);

    private final Function<String, OptionalLong> pids;

    /** Uses these process ids by part. */
    Signals(Function<String, OptionalLong> pids) {
        this.pids = pids;
    }

    /** kill -9. */
    Inflictor.Remedy kill(String part) throws IOException {
        String pid = pid(part);
        Command.run("kill", "-KILL", pid);
        Await.until(DEATH, () -> ProcessHandle.of(Long.parseLong(pid)).isEmpty());
        return Inflictor.Remedy.NONE;
    }

    /** Stops the process until the remedy continues it, unless it was killed meanwhile. */
    Inflictor.Remedy freeze(String part) throws IOException {
        String pid = pid(part);
        Command.run("kill", "-STOP", pid);
        return () -> {
            if (ProcessHandle.of(Long.parseLong(pid)).isPresent()) {
                Command.run("kill", "-CONT", pid);
            }
        };
    }

    private String pid(String part) throws IOException {
        OptionalLong pid = pids.apply(part);
        if (pid.isEmpty()) {
            throw new IOException(part + " does not run");
        }
        return Long.toString(pid.getAsLong());
    }
}
