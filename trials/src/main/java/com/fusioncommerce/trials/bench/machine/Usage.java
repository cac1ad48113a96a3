package com.fusioncommerce.trials.bench.machine;

import com.fusioncommerce.platform.supervisor.Processes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What processes have taken of the machine at a moment.
 *
 * @param cpuMs processor time since each began
 * @param residentMib memory that each holds
 */
public record Usage(Map<String, Long> cpuMs, Map<String, Long> residentMib) {
    private static final long MIB = 1L << 20;

    /** Copies the maps. */
    public Usage {
        cpuMs = Map.copyOf(cpuMs);
        residentMib = Map.copyOf(residentMib);
    }

    /**
     * Now.
     *
     * @param pids processes by name; those that are gone are left out
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

    /** Milliseconds of processor that one process took since {@code before}; one that is gone took none. */
    public long cpuMsSince(Usage before, String name) {
        return cpuMs.getOrDefault(name, 0L) - before.cpuMs.getOrDefault(name, 0L);
    }

    /** Milliseconds of processor that all took since {@code before}. */
    public long cpuMsSince(Usage before) {
        return cpuMs.keySet().stream()
                .mapToLong(name -> cpuMsSince(before, name))
                .sum();
    }
}
