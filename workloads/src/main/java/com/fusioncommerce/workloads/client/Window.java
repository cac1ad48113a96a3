package com.fusioncommerce.workloads.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Keeps at most so many tasks in progress: {@link #begin} blocks until there is room. The first failure ends the
 * window. For one calling thread.
 */
public final class Window {
    private final int size;
    private final Semaphore room;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** A window of {@code size} tasks. */
    public Window(int size) {
        this.size = size;
        this.room = new Semaphore(size);
    }

    /**
     * Begins a task once there is room.
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
     * Waits until all tasks are finished.
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
