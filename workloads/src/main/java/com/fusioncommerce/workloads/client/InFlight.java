package com.fusioncommerce.workloads.client;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Bounds the number of concurrent tasks; further ones are queued without blocking a thread. */
final class InFlight {
    private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int free;

    InFlight(int most) {
        this.free = most;
    }

    /** Runs a task as soon as fewer than the bound are running. */
    <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> task) {
        return turn().thenCompose(now -> task.get()).whenComplete((value, failure) -> next());
    }

    private synchronized CompletableFuture<Void> turn() {
        if (free > 0) {
            free--;
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> turn = new CompletableFuture<>();
        waiting.add(turn);
        return turn;
    }

    private void next() {
        CompletableFuture<Void> turn;
        synchronized (this) {
            turn = waiting.poll();
            if (turn == null) {
                free++;
            }
        }
        if (turn != null) {
            turn.complete(null);
        }
    }
}
