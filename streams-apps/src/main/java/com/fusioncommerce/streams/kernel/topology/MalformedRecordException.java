package com.fusioncommerce.streams.kernel.topology;

/** A record that no domain can make sense of. */
final class MalformedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedRecordException(String message) {
        super(message);
    }
}
