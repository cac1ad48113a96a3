package com.fusioncommerce.trials.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Resource usage of process trees, for servers of many processes such as databases. */
public final class ProcessTree {
    private static final long KIB_PER_MIB = 1024;
    private static final String PROPORTIONAL = "Pss:";

    private ProcessTree() {}

    /** Processor time of all trees since their start, in milliseconds, including ended children. */
    public static long cpuMs(Collection<Long> roots) {
        return all(roots).stream()
                .mapToLong(pid -> CpuClock.withEndedChildren(pid).orElse(0))
                .sum();
    }

    /** Memory of all trees in MiB; shared memory counts once. */
    public static long memoryMib(Collection<Long> roots) {
        return all(roots).stream().mapToLong(ProcessTree::proportionalKib).sum() / KIB_PER_MIB;
    }

    private static Set<Long> all(Collection<Long> roots) {
        Set<Long> all = new HashSet<>(roots);
        for (long root : roots) {
            ProcessHandle.of(root)
                    .ifPresent(process ->
                            process.descendants().map(ProcessHandle::pid).forEach(all::add));
        }
        return all;
    }

    private static long proportionalKib(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(PROPORTIONAL))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }
}
