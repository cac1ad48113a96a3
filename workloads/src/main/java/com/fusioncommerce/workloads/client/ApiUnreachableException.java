package com.fusioncommerce.workloads.client;

/** The API gave no answer, for as long as the client had patience. */
public final class ApiUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ApiUnreachableException(String request, Throwable cause) {
        super(request + ": no answer (" + cause.getClass().getSimpleName()
                + (cause.getMessage() == null ? "" : ": " + cause.getMessage()) + "); is the platform up?");
        initCause(cause);
    }
}
