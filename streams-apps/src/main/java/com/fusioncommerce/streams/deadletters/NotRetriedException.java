package com.fusioncommerce.streams.deadletters;

/** A dead letter was not sent again; the message gives the reason. */
public final class NotRetriedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotRetriedException(String message) {
        super(message);
    }

    NotRetriedException(String message, Throwable cause) {
        super(message, cause);
    }
}
