package com.fusioncommerce.streams.query;

/** The state asked for is not here, or not yet: it is moving, restoring, or behind. Ask again. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Something that is not here, or not yet. */
    public UnavailableException(String message) {
        super(message);
    }

    /** Something that could not be asked, and why. */
    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
