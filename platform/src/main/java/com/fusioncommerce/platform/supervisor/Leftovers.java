package com.fusioncommerce.platform.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Processes that outlived their supervisor. */
public final class Leftovers {
    private Leftovers() {}

    /** Those that still run, last started first. */
    public static List<PidFile> in(Path runDirectory) {
        return PidFile.in(runDirectory).stream()
                .filter(file -> file.process().isPresent())
                .toList();
    }

    /**
     * Stops them in the reverse of the order in which they were started, and forgets those that are gone.
     *
     * @return how many were stopped
     */
    public static int stop(Path runDirectory, Watcher watcher) {
        int stopped = 0;
        for (PidFile file : PidFile.in(runDirectory)) {
            var process = file.process();
            if (process.isPresent()) {
                watcher.stopping(file.part());
                boolean killed = Processes.end(process.get(), Duration.ofMillis(file.graceMs()));
                watcher.stopped(file.part(), killed);
                stopped++;
            }
            PidFile.delete(runDirectory, file.part());
        }
        return stopped;
    }
}
