package com.fusioncommerce.streams.query;

/** The state asked for is not here, or not yet: it is moving, restoring, or behind. Ask again. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnavailableException(String message) {
        super(message);
    }

    UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
