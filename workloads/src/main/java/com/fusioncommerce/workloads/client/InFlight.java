package com.fusioncommerce.workloads.client;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Lets so many tasks run at once; the rest wait in line, and nobody's thread waits with them. */
final class InFlight {
    private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int free;

    InFlight(int most) {
        this.free = most;
    }

    /** Runs a task as soon as there is room. */
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
