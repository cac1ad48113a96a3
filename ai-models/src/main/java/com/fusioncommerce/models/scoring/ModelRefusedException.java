package com.fusioncommerce.models.scoring;

/** A model that must not be used: it is not there, not whole, made for other features, or does not score as it should. */
public final class ModelRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelRefusedException(String message) {
        super(message);
    }

    ModelRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
