package com.fusioncommerce.api.queries;

import java.util.concurrent.CompletionException;

/** The state is temporarily unavailable; a retry may succeed. */
final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotNow(String message) {
        super(message, null, false, false);
    }

    static boolean isCauseOf(Throwable failure) {
        return failure instanceof NotNow
                || (failure instanceof CompletionException && failure.getCause() instanceof NotNow);
    }
}
