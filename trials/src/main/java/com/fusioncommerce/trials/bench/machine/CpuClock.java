package com.fusioncommerce.trials.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Processor time from the kernel's accounting, in milliseconds. */
public final class CpuClock {
    /** Milliseconds per tick: Linux's USER_HZ is 100 on every architecture that Java runs on. */
    private static final long MS_PER_TICK = 10;

    private static final int USER = 13;
    private static final int CHILDREN_SYSTEM = 16;
    private static final int SYSTEM = 14;

    private CpuClock() {}

    /** Processor time of a process since its start; empty if it has ended. */
    public static OptionalLong ofProcess(long pid) {
        return sum(pid, USER, SYSTEM);
    }

    /** Processor time of a process since its start, including ended children. */
    public static OptionalLong withEndedChildren(long pid) {
        return sum(pid, USER, CHILDREN_SYSTEM);
    }

    private static OptionalLong sum(long pid, int from, int to) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The second field is the program's name in parentheses, which may contain spaces.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = from; field <= to; field++) {
                ticks += Long.parseLong(fields[field - 2]);
            }
            return OptionalLong.of(ticks * MS_PER_TICK);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Processor time of the whole machine since boot.
     *
     * @param busyMs over all cores
     * @param stolenMs taken by the hypervisor
     */
    record Total(long busyMs, long stolenMs) {
        private static final int IDLE = 3;
        private static final int IO_WAIT = 4;
        private static final int STEAL = 7;

        static Total now() throws IOException {
            try (var lines = Files.lines(Path.of("/proc/stat"))) {
                String[] fields = lines.findFirst()
                        .orElseThrow()
                        .replaceFirst("cpu +", "")
                        .split(" ", -1);
                long busy = 0;
                for (int field = 0; field < STEAL; field++) {
                    if (field != IDLE && field != IO_WAIT) {
                        busy += Long.parseLong(fields[field]);
                    }
                }
                return new Total(busy * MS_PER_TICK, Long.parseLong(fields[STEAL]) * MS_PER_TICK);
            }
        }
    }
}
