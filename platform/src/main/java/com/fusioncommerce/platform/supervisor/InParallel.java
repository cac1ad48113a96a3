package com.fusioncommerce.platform.supervisor;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Runs an action on several items in parallel. */
final class InParallel {
    private InParallel() {}

    /** Returns when the action has ended for all items; then rethrows the failure of one of them. */
    static <T> void run(List<T> things, Consumer<T> action) {
        if (things.size() < 2) {
            things.forEach(action);
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(things.size());
        try {
            CompletableFuture.allOf(things.stream()
                            .map(thing -> CompletableFuture.runAsync(() -> action.accept(thing), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
    }
}
