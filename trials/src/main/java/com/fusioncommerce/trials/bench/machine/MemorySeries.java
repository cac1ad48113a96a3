package com.fusioncommerce.trials.bench.machine;

import com.fusioncommerce.platform.supervisor.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How much memory a process holds, looked at twice a second. */
public final class MemorySeries implements AutoCloseable {
    private static final long EVERY_MS = 500;
    private static final long MIB = 1L << 20;

    private final List<Long> residentMib = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "memory");
        thread.setDaemon(true);
        return thread;
    });

    /** Looks at a process from now on. */
    public MemorySeries(long pid) {
        look(pid);
        var unused = clock.scheduleAtFixedRate(() -> look(pid), EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look(long pid) {
        Processes.residentBytes(pid).ifPresent(bytes -> residentMib.add(bytes / MIB));
    }

    /** What it held when this began, in MiB. */
    public synchronized long first() {
        return residentMib.isEmpty() ? 0 : residentMib.get(0);
    }

    /** What it held when it was looked at last, in MiB. */
    public synchronized long last() {
        return residentMib.isEmpty() ? 0 : residentMib.get(residentMib.size() - 1);
    }

    /** The most that it held, in MiB. */
    public synchronized long most() {
        return residentMib.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
