package com.fusioncommerce.streams.deadletters;

/** A dead letter that is not sent again, and why. */
public final class NotRetriedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotRetriedException(String message) {
        super(message);
    }

    NotRetriedException(String message, Throwable cause) {
        super(message, cause);
    }
}
