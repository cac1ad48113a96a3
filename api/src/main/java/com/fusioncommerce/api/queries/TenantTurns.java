package com.fusioncommerce.api.queries;

import com.fusioncommerce.api.commands.Admission;
import com.fusioncommerce.api.problem.ProblemType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads for work that blocks, which tenants share in turns: of those that have work waiting each is given the next free
 * thread in its turn, none has more than half of them, and none has more than its share waiting. Safe for threads.
 */
public final class TenantTurns implements AutoCloseable {
    private final int mostOfTenant;
    private final Admission admission;
    private final ThreadPoolExecutor threads;
    private final Map<String, Deque<Runnable>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private int runningInAll;

    /**
     * Threads of a name.
     *
     * @param count how many
     * @param most work under way in all, what waits included
     * @param mostOfTenant work under way for one tenant, what waits included
     */
    public TenantTurns(String name, int count, int most, int mostOfTenant) {
        this.mostOfTenant = Math.max(1, count / 2);
        this.admission = new Admission(most, mostOfTenant, ProblemType.TOO_MANY_REQUESTS);
        AtomicInteger number = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(count, count, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(count), task -> {
                    Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs work of a tenant when it is its turn.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException 429 if the tenant has too much under way, 503 if all have
     */
    public <T> CompletableFuture<T> run(String tenant, Supplier<T> work) {
        admission.enter(tenant);
        CompletableFuture<T> result = new CompletableFuture<>();
        CompletableFuture<T> left = result.whenComplete((value, failure) -> admission.leave(tenant));
        synchronized (this) {
            waiting.computeIfAbsent(tenant, none -> new ArrayDeque<>()).add(() -> complete(result, work));
            startNext();
        }
        return left;
    }

    private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    private synchronized void startNext() {
        while (runningInAll < threads.getCorePoolSize()) {
            String tenant = nextTenant();
            if (tenant == null) {
                return;
            }
            // Whoever has had a turn goes to the end of the line.
            Deque<Runnable> own = waiting.remove(tenant);
            Runnable work = own.remove();
            if (!own.isEmpty()) {
                waiting.put(tenant, own);
            }
            runningInAll++;
            running.merge(tenant, 1, Integer::sum);
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    ended(tenant);
                }
            });
        }
    }

    private String nextTenant() {
        for (String tenant : waiting.keySet()) {
            if (running.getOrDefault(tenant, 0) < mostOfTenant) {
                return tenant;
            }
        }
        return null;
    }

    private synchronized void ended(String tenant) {
        runningInAll--;
        running.computeIfPresent(tenant, (key, count) -> count == 1 ? null : count - 1);
        startNext();
    }

    /** Work under way, what waits included. */
    public int underWay() {
        return admission.underWay();
    }

    /** Interrupts what runs; what waits is not begun. */
    @Override
    public void close() {
        synchronized (this) {
            waiting.clear();
        }
        threads.shutdownNow();
    }
}
