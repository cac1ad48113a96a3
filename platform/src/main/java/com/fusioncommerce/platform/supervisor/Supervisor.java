package com.fusioncommerce.platform.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Starts parts, each as soon as the parts that it needs are ready, and keeps the servers running until close. Servers
 * are stopped group by group in reverse order; servers of one group stop in parallel, since none needs another to
 * outlive it.
 */
public final class Supervisor implements AutoCloseable {
    private final List<Part> parts;
    private final Map<String, ServerRun> servers = new HashMap<>();
    private final Watcher watcher;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private final CompletableFuture<Void> failed = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Creates a supervisor with a backoff of 1 s, doubling to 30 s and reset after a minute without a death. */
    public Supervisor(List<Part> parts, Path runDirectory, Path logDirectory, Watcher watcher) {
        this(parts, runDirectory, logDirectory, watcher, Backoff.Schedule.DEFAULT);
    }

    Supervisor(List<Part> parts, Path runDirectory, Path logDirectory, Watcher watcher, Backoff.Schedule schedule) {
        this.parts = List.copyOf(parts);
        this.watcher = watcher;
        Map<String, Integer> orders = new HashMap<>();
        for (Part part : parts) {
            int order = orders.computeIfAbsent(part.group(), group -> orders.size());
            if (part instanceof Server server) {
                servers.put(server.name(), new ServerRun(server, order, runDirectory, logDirectory, schedule, watcher));
            }
        }
    }

    /**
     * Starts all parts and returns when all are ready. Each part must come after the parts it needs; a needed part that
     * is not in the list counts as ready.
     *
     * @throws StartException if a part can't be started; the started ones are stopped again
     */
    public void start() throws StartException, InterruptedException {
        Map<String, CompletableFuture<Void>> ready = new HashMap<>();
        for (Part part : parts) {
            CompletableFuture<?>[] needs = part.needs().stream()
                    .filter(ready::containsKey)
                    .map(ready::get)
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture<Void> done = CompletableFuture.allOf(needs)
                    .thenComposeAsync(met -> begin(part), threads)
                    .whenComplete((nothing, problem) -> {
                        if (problem != null) {
                            failed.completeExceptionally(problem);
                        }
                    });
            ready.put(part.name(), done);
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new));
        try {
            CompletableFuture.anyOf(all, failed).get();
        } catch (ExecutionException e) {
            close();
            throw asStartException(e);
        }
    }

    private CompletableFuture<Void> begin(Part part) {
        if (part instanceof Step step) {
            return perform(step);
        }
        ServerRun run = servers.get(part.name());
        threads.execute(run::keepRunning);
        return run.ready();
    }

    private CompletableFuture<Void> perform(Step step) {
        long startedAt = System.nanoTime();
        watcher.working(step.name(), "working");
        try {
            String note = step.run();
            watcher.ready(step.name(), Duration.ofNanos(System.nanoTime() - startedAt), note);
            return CompletableFuture.completedFuture(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new StartException(step.name(), e));
        } catch (Exception e) {
            return CompletableFuture.failedFuture(new StartException(step.name(), e));
        }
    }

    private static StartException asStartException(Throwable problem) {
        Throwable cause = problem;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof StartException start) {
            return start;
        }
        throw new IllegalStateException("supervision broke", cause);
    }

    /** The process id of a server, empty while it has no process. */
    public OptionalLong pid(String server) {
        ServerRun run = servers.get(server);
        return run == null ? OptionalLong.empty() : run.pid();
    }

    /** Waits until the supervisor is closed. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Stops every server and returns when all processes have ended; a second call waits for the first. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        failed.completeExceptionally(new StartException("platform", "was stopped before it was ready", List.of()));
        Map<String, List<ServerRun>> kinds = new LinkedHashMap<>();
        parts.forEach(part -> kinds.computeIfAbsent(part.group(), kind -> new ArrayList<>())
                .addAll(servers.containsKey(part.name()) ? List.of(servers.get(part.name())) : List.of()));
        List<List<ServerRun>> lastFirst = new ArrayList<>(kinds.values());
        Collections.reverse(lastFirst);
        lastFirst.forEach(kind -> InParallel.run(kind, ServerRun::stop));
        threads.shutdownNow();
        closed.countDown();
    }
}
