package com.fusioncommerce.streams.query;

/** An aggregate has more bytes of events than are read at once. */
public final class HistoryTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HistoryTooLargeException(String message) {
        super(message);
    }
}
