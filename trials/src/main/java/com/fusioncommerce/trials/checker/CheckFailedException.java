package com.fusioncommerce.trials.checker;

/** The check could not be made: something it must read does not answer. Says nothing about what would have been found. */
public final class CheckFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CheckFailedException(String message) {
        super(message);
    }

    CheckFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
