package com.fusioncommerce.api.queries;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Retries for a bounded time while state is unavailable. Holds no thread between attempts. */
record Retries(Duration patience, Duration pause, Executor executor) {
    /** Retries while state moves between instances: a clean shutdown hands it over in about a second. */
    static Retries whileStateMoves(Executor executor) {
        return new Retries(Duration.ofSeconds(3), Duration.ofMillis(100), executor);
    }

    /** Runs an attempt; a failure by {@link NotNow} is retried, the last failure is returned. */
    <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> attempt) {
        return run(attempt, System.nanoTime() + patience.toNanos());
    }

    private <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> attempt, long until) {
        return started(attempt).exceptionallyCompose(failure -> {
            if (!NotNow.isCauseOf(failure) || System.nanoTime() > until) {
                return CompletableFuture.failedFuture(failure);
            }
            Executor later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, executor);
            return CompletableFuture.supplyAsync(() -> attempt, later).thenCompose(again -> run(again, until));
        });
    }

    private static <T> CompletableFuture<T> started(Supplier<CompletableFuture<T>> attempt) {
        try {
            return attempt.get();
        } catch (NotNow e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
