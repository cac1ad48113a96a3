package com.fusioncommerce.streams.query;

/** An aggregate's events have more bytes than one reading may hold. */
public final class HistoryTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HistoryTooLargeException(String message) {
        super(message);
    }
}
