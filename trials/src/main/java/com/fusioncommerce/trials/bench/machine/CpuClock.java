package com.fusioncommerce.trials.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Processor time as the kernel counts it, in milliseconds. */
public final class CpuClock {
    /** What Linux calls USER_HZ, which is 100 on every architecture that Java runs on. */
    private static final long MS_PER_TICK = 10;

    private static final int USER = 13;
    private static final int CHILDREN_SYSTEM = 16;
    private static final int SYSTEM = 14;

    private CpuClock() {}

    /** What a process took since it began; empty if it is gone. */
    public static OptionalLong ofProcess(long pid) {
        return sum(pid, USER, SYSTEM);
    }

    /** What a process took since it began, with those of its children that have ended. */
    public static OptionalLong withEndedChildren(long pid) {
        return sum(pid, USER, CHILDREN_SYSTEM);
    }

    private static OptionalLong sum(long pid, int from, int to) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The second field is the program's name in parentheses, which may hold spaces.
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
     * What the whole machine did since it started.
     *
     * @param busyMs over all cores
     * @param stolenMs taken away by the machine's host
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
