package com.fusioncommerce.platform.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Processes that outlived their supervisor. */
public final class Leftovers {
    private Leftovers() {}

    /** The surviving processes, last started first. */
    public static List<PidFile> in(Path runDirectory) {
        return PidFile.in(runDirectory).stream()
                .filter(file -> file.process().isPresent())
                .toList();
    }

    /**
     * Stops these processes in reverse order of starting, those of one group in parallel, and deletes pid files of
     * ended ones.
     *
     * @return number of processes stopped
     */
    public static int stop(Path runDirectory, Watcher watcher) {
        Map<Integer, List<PidFile>> kinds = PidFile.in(runDirectory).stream()
                .collect(Collectors.groupingBy(
                        PidFile::order, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
        AtomicInteger stopped = new AtomicInteger();
        kinds.values()
                .forEach(kind -> InParallel.run(kind, file -> {
                    if (stop(file, watcher)) {
                        stopped.incrementAndGet();
                    }
                    PidFile.delete(runDirectory, file.part());
                }));
        return stopped.get();
    }

    private static boolean stop(PidFile file, Watcher watcher) {
        var process = file.process();
        process.ifPresent(running -> {
            watcher.stopping(file.part());
            watcher.stopped(file.part(), Processes.end(running, Duration.ofMillis(file.graceMs())));
        });
        return process.isPresent();
    }
}
