package com.fusioncommerce.trials.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures the load of all processes except this one, its children, and processes added. */
public final class SurroundingsMeter {
    private static final int AVERAGES = 3;
    private static final double PERCENT = 100;

    private final List<Double> loadBefore;
    private final CpuClock.Total before;
    private final long ownBefore;
    private final long startedAt = System.nanoTime();
    private final Map<Long, Long> addedBefore = new HashMap<>();

    private SurroundingsMeter(List<Double> loadBefore, CpuClock.Total before, long ownBefore) {
        this.loadBefore = loadBefore;
        this.before = before;
        this.ownBefore = ownBefore;
    }

    /** Starts measuring. */
    public static SurroundingsMeter start() throws IOException {
        String[] averages = Files.readString(Path.of("/proc/loadavg")).split(" ", -1);
        List<Double> load =
                Arrays.stream(averages).limit(AVERAGES).map(Double::valueOf).toList();
        return new SurroundingsMeter(load, CpuClock.Total.now(), own(Set.of()));
    }

    /** Excludes processes that are not children: those of a platform that was already running. */
    public void add(Collection<Long> pids) {
        pids.forEach(pid -> CpuClock.ofProcess(pid).ifPresent(cpu -> addedBefore.put(pid, cpu)));
    }

    /** The load since the start. */
    public Surroundings read() throws IOException {
        CpuClock.Total now = CpuClock.Total.now();
        double wallMs = (System.nanoTime() - startedAt) / 1e6;
        double all = wallMs * Runtime.getRuntime().availableProcessors();
        long own = own(addedBefore.keySet()) - ownBefore;
        for (Map.Entry<Long, Long> added : addedBefore.entrySet()) {
            own += CpuClock.ofProcess(added.getKey()).orElse(added.getValue()) - added.getValue();
        }
        double others = Math.max(0, now.busyMs() - before.busyMs() - own);
        return new Surroundings(
                loadBefore,
                rounded(PERCENT * others / all),
                rounded(PERCENT * (now.stolenMs() - before.stolenMs()) / all));
    }

    /** Processor time of this process tree; ended processes are counted by their parents. */
    private static long own(Set<Long> without) {
        Set<Long> pids = new HashSet<>();
        pids.add(ProcessHandle.current().pid());
        ProcessHandle.current().descendants().map(ProcessHandle::pid).forEach(pids::add);
        pids.removeAll(without);
        return pids.stream()
                .mapToLong(pid -> CpuClock.withEndedChildren(pid).orElse(0))
                .sum();
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
