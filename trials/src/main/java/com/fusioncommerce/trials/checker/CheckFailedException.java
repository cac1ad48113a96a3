package com.fusioncommerce.trials.checker;

/** The check could not be completed, since a source does not answer. It says nothing about gaps. */
public final class CheckFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CheckFailedException(String message) {
        super(message);
    }

    CheckFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
