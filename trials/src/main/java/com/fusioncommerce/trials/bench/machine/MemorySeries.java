package com.fusioncommerce.trials.bench.machine;

import com.fusioncommerce.platform.supervisor.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Samples the memory of a process twice a second. */
public final class MemorySeries implements AutoCloseable {
    private static final long EVERY_MS = 500;
    private static final long MIB = 1L << 20;

    private final List<Long> residentMib = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "memory");
        thread.setDaemon(true);
        return thread;
    });

    /** Starts sampling a process. */
    public MemorySeries(long pid) {
        look(pid);
        var unused = clock.scheduleAtFixedRate(() -> look(pid), EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look(long pid) {
        Processes.residentBytes(pid).ifPresent(bytes -> residentMib.add(bytes / MIB));
    }

    /** The first sample, in MiB. */
    public synchronized long first() {
        return residentMib.isEmpty() ? 0 : residentMib.get(0);
    }

    /** The newest sample, in MiB. */
    public synchronized long last() {
        return residentMib.isEmpty() ? 0 : residentMib.get(residentMib.size() - 1);
    }

    /** The largest sample, in MiB. */
    public synchronized long most() {
        return residentMib.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
