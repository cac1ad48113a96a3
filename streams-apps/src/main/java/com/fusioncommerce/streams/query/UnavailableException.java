package com.fusioncommerce.streams.query;

/** The requested state is not here, or not yet: it is moving, restoring, or lagging. Callers may retry. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** State that is not on this instance, or not yet. */
    public UnavailableException(String message) {
        super(message);
    }

    /** State that could not be queried, and the cause. */
    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
