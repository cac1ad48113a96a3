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
 * A bounded thread pool for one use, with a bounded queue. Tenants take turns; a tenant has at most half of the threads
 * and of the queue, and a shopper a share of that ({@link Holder}), so that a flood affects its sender only. Safe for
 * threads.
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
     * Creates a bulkhead.
     *
     * @param name name prefix of the threads
     * @param threads maximum running tasks
     * @param queue maximum queued tasks, half of them per tenant
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
     * Runs a task without a holder.
     *
     * @throws RejectedExecutionException if the queue is full
     */
    @Override
    public void execute(Runnable task) {
        execute(NOBODY, task);
    }

    /**
     * An executor of a holder's tasks; it raises a {@link RejectedExecutionException} if the queue or the share is
     * full.
     */
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
            // Errors are caught too: a thread that died of one would keep counting as busy.
            LOG.error("a task of {} failed", name, e);
        }
    }

    /** The next task: of the tenant that has waited longest, among those with free threads. */
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

    /** Dequeues the first runnable task of a tenant, and counts it as running. Null if there is none. */
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

    /** Stops: drops queued tasks and interrupts running ones. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
