package com.fusioncommerce.api.threads;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for one use, so many and no more, and a bounded queue. Tenants take turns, and none has more than half of the
 * threads, so that one's flood is its own. Safe for threads.
 */
public final class Bulkhead implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bulkhead.class);
    private static final String NOBODY = "";

    private final String name;
    private final int queue;
    private final int threads;
    private final int threadsOfTenant;
    private final ThreadPoolExecutor pool;
    private final Map<String, Queue<Runnable>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private int queued;
    private int busy;

    /**
     * A bulkhead.
     *
     * @param name what its threads are called
     * @param threads tasks that run at once
     * @param queue tasks that wait at most, half of them a tenant's
     */
    public Bulkhead(String name, int threads, int queue) {
        this.name = name;
        this.queue = queue;
        this.threads = threads;
        this.threadsOfTenant = Math.max(1, threads / 2);
        AtomicInteger number = new AtomicInteger();
        this.pool =
                new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs a task that is nobody's in particular.
     *
     * @throws RejectedExecutionException if too many wait
     */
    @Override
    public void execute(Runnable task) {
        execute(NOBODY, task);
    }

    /** Runs tasks of a tenant; each raises a {@link RejectedExecutionException} if too many wait. */
    public Executor of(String tenant) {
        return task -> execute(tenant, task);
    }

    private void execute(String tenant, Runnable task) {
        synchronized (this) {
            Queue<Runnable> mine = waiting.computeIfAbsent(tenant, any -> new ArrayDeque<>());
            if (queued >= queue || (!tenant.equals(NOBODY) && mine.size() >= (queue + 1) / 2)) {
                forgetIfEmpty(tenant, mine);
                throw new RejectedExecutionException("too much waits for " + name);
            }
            mine.add(task);
            queued++;
            if (busy == threads) {
                return;
            }
            busy++;
        }
        pool.execute(this::work);
    }

    private void work() {
        Turn turn = next(null);
        while (turn != null) {
            run(turn.task());
            turn = next(turn);
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // An error too: a thread that ended with it would keep its place for ever.
            LOG.error("a task of {} failed", name, e);
        }
    }

    /** Whose turn it is: the tenant's that has waited longest of those that have threads left. */
    private synchronized Turn next(Turn done) {
        if (done != null) {
            running.computeIfPresent(done.tenant(), (tenant, count) -> count == 1 ? null : count - 1);
        }
        Iterator<Map.Entry<String, Queue<Runnable>>> tenants =
                waiting.entrySet().iterator();
        while (tenants.hasNext()) {
            Map.Entry<String, Queue<Runnable>> first = tenants.next();
            String tenant = first.getKey();
            if (tenant.equals(NOBODY) || running.getOrDefault(tenant, 0) < threadsOfTenant) {
                Runnable task = first.getValue().remove();
                tenants.remove();
                if (!first.getValue().isEmpty()) {
                    waiting.put(tenant, first.getValue());
                }
                running.merge(tenant, 1, Integer::sum);
                queued--;
                return new Turn(tenant, task);
            }
        }
        busy--;
        return null;
    }

    private void forgetIfEmpty(String tenant, Queue<Runnable> tasks) {
        if (tasks.isEmpty()) {
            waiting.remove(tenant);
        }
    }

    private record Turn(String tenant, Runnable task) {}

    /** Runs nothing more, and interrupts what runs. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
