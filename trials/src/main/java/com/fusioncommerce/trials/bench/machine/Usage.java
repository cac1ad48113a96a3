package com.fusioncommerce.trials.bench.machine;

import com.fusioncommerce.platform.supervisor.Processes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Resource usage of processes at a moment.
 *
 * @param cpuMs processor time since the start of each
 * @param residentMib resident memory of each
 */
public record Usage(Map<String, Long> cpuMs, Map<String, Long> residentMib) {
    private static final long MIB = 1L << 20;

    /** Copies the maps. */
    public Usage {
        cpuMs = Map.copyOf(cpuMs);
        residentMib = Map.copyOf(residentMib);
    }

    /**
     * The usage now.
     *
     * @param pids processes by name; ended ones are left out
     */
    public static Usage of(Map<String, Long> pids) {
        Map<String, Long> cpu = new LinkedHashMap<>();
        Map<String, Long> memory = new LinkedHashMap<>();
        pids.forEach((name, pid) -> {
            CpuClock.ofProcess(pid).ifPresent(ms -> cpu.put(name, ms));
            Processes.residentBytes(pid).ifPresent(bytes -> memory.put(name, bytes / MIB));
        });
        return new Usage(cpu, memory);
    }

    /** Processor milliseconds of one process since {@code before}; 0 if it has ended. */
    public long cpuMsSince(Usage before, String name) {
        return cpuMs.getOrDefault(name, 0L) - before.cpuMs.getOrDefault(name, 0L);
    }

    /** Processor milliseconds of all processes since {@code before}. */
    public long cpuMsSince(Usage before) {
        return cpuMs.keySet().stream()
                .mapToLong(name -> cpuMsSince(before, name))
                .sum();
    }
}
