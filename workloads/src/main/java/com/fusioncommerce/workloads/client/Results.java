package com.fusioncommerce.workloads.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Results and failures of futures, without wrapping exceptions. */
public final class Results {
    private Results() {}

    /**
     * Waits for a result.
     *
     * @throws RuntimeException the future's failure
     */
    public static <T> T of(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw unchecked(e);
        }
    }

    /** The root cause of a failure that went through other futures. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** The cause as an unchecked exception. */
    static RuntimeException unchecked(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
