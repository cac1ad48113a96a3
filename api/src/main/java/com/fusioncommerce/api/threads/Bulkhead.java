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
 * threads and of the queue, and one shopper no more than a share of that ({@link Holder}), so that one's flood is its own.
 * Safe for threads.
 */
public final class Bulkhead implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bulkhead.class);
    private static final Holder NOBODY = Holder.of("");

    private final String name;
    private final int queue;
    private final int threads;
    private final int threadsOfTenant;
    private final ThreadPoolExecutor pool;
    private final Map<String, Queue<Task>> waiting = new LinkedHashMap<>();
    private final Map<Holder, Integer> waitingOfShopper = new HashMap<>();
    private final Map<Holder, Integer> running = new HashMap<>();
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

    /** Runs tasks of a tenant or a shopper; each raises a {@link RejectedExecutionException} if too many wait. */
    public Executor of(Holder holder) {
        return task -> execute(holder, task);
    }

    private void execute(Holder holder, Runnable task) {
        synchronized (this) {
            Queue<Task> mine = waiting.computeIfAbsent(holder.tenant(), any -> new ArrayDeque<>());
            if (queued >= queue || hasTooMany(holder, mine.size())) {
                forgetIfEmpty(holder.tenant(), mine);
                throw new RejectedExecutionException("too much waits for " + name);
            }
            mine.add(new Task(holder, task));
            if (holder.isShopper()) {
                waitingOfShopper.merge(holder, 1, Integer::sum);
            }
            queued++;
            if (busy == threads) {
                return;
            }
            busy++;
        }
        pool.execute(this::work);
    }

    private boolean hasTooMany(Holder holder, int ofTenant) {
        int most = (queue + 1) / 2;
        return !holder.equals(NOBODY)
                && (ofTenant >= most || waitingOfShopper.getOrDefault(holder, 0) >= Holder.ofShopper(most));
    }

    private void work() {
        Task task = next(null);
        while (task != null) {
            run(task.what());
            task = next(task);
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
    private synchronized Task next(Task done) {
        if (done != null) {
            ended(done.holder());
        }
        Iterator<Map.Entry<String, Queue<Task>>> tenants = waiting.entrySet().iterator();
        while (tenants.hasNext()) {
            Map.Entry<String, Queue<Task>> tenant = tenants.next();
            Task task = first(tenant.getKey(), tenant.getValue());
            if (task != null) {
                tenants.remove();
                if (!tenant.getValue().isEmpty()) {
                    waiting.put(tenant.getKey(), tenant.getValue());
                }
                return task;
            }
        }
        busy--;
        return null;
    }

    /** The first of a tenant's tasks that may run now; it waits no longer, and counts as running. Null if there is none. */
    private Task first(String tenant, Queue<Task> tasks) {
        Holder whole = Holder.of(tenant);
        if (!whole.equals(NOBODY) && running.getOrDefault(whole, 0) >= threadsOfTenant) {
            return null;
        }
        for (Iterator<Task> all = tasks.iterator(); all.hasNext(); ) {
            Task task = all.next();
            Holder holder = task.holder();
            if (!holder.isShopper() || running.getOrDefault(holder, 0) < Holder.ofShopper(threadsOfTenant)) {
                all.remove();
                queued--;
                running.merge(whole, 1, Integer::sum);
                if (holder.isShopper()) {
                    running.merge(holder, 1, Integer::sum);
                    waitingOfShopper.computeIfPresent(holder, Bulkhead::less);
                }
                return task;
            }
        }
        return null;
    }

    private void ended(Holder holder) {
        running.computeIfPresent(Holder.of(holder.tenant()), Bulkhead::less);
        if (holder.isShopper()) {
            running.computeIfPresent(holder, Bulkhead::less);
        }
    }

    private static Integer less(Holder holder, Integer count) {
        return count == 1 ? null : count - 1;
    }

    private void forgetIfEmpty(String tenant, Queue<Task> tasks) {
        if (tasks.isEmpty()) {
            waiting.remove(tenant);
        }
    }

    private record Task(Holder holder, Runnable what) {}

    /** Runs nothing more, and interrupts what runs. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
