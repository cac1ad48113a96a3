package com.fusioncommerce.platform.supervisor;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does something to several things at the same time. */
final class InParallel {
    private InParallel() {}

    /** Returns when it was done to all; a failure of one goes on once the others are done. */
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
