package com.fusioncommerce.workloads.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Keeps so many tasks under way: whoever brings another waits until there is room. The first failure ends it. For one
 * bringing thread.
 */
public final class Window {
    private final int size;
    private final Semaphore room;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** A window for so many tasks. */
    public Window(int size) {
        this.size = size;
        this.room = new Semaphore(size);
    }

    /**
     * Begins a task when there is room for it.
     *
     * @throws RuntimeException the failure of an earlier task
     */
    public void begin(Supplier<? extends CompletableFuture<?>> task) {
        room.acquireUninterruptibly();
        if (failure.get() != null) {
            room.release();
            throwFailure();
        }
        var unused = task.get().whenComplete((value, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
            room.release();
        });
    }

    /**
     * Waits until everything that was begun is finished.
     *
     * @throws RuntimeException the first failure of a task
     */
    public void finish() {
        room.acquireUninterruptibly(size);
        room.release(size);
        throwFailure();
    }

    private void throwFailure() {
        Throwable problem = failure.get();
        if (problem != null) {
            throw Results.unchecked(problem);
        }
    }
}
