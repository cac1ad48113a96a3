package com.fusioncommerce.workloads.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Results of futures, and what made them fail, without the wrappings. */
public final class Results {
    private Results() {}

    /**
     * Waits for a result.
     *
     * @throws RuntimeException what the future failed with
     */
    public static <T> T of(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw unchecked(e);
        }
    }

    /** What is behind a failure that went through other futures. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** The cause of a failure, ready to be thrown. */
    static RuntimeException unchecked(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
