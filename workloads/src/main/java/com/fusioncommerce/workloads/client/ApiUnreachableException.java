package com.fusioncommerce.workloads.client;

import java.net.URI;
import java.time.Duration;

/** The API gave no answer within the client's patience. */
public final class ApiUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ApiUnreachableException(String request, Throwable cause) {
        super(request + ": no answer (" + reason(cause) + "); is the platform up?");
        initCause(cause);
    }

    ApiUnreachableException(URI api, Duration waited, Throwable cause) {
        super(api + " gave no answer for " + waited.toSeconds() + " s (" + reason(cause)
                + "): is the platform up, and is that its address?");
        initCause(cause);
    }

    private static String reason(Throwable cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
