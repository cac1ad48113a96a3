package com.fusioncommerce.streams.kernel.topology;

/** A record's key, headers or value are malformed. */
final class MalformedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedRecordException(String message) {
        super(message);
    }
}
