package com.fusioncommerce.models.scoring;

/** A model cannot be used: it is missing, incomplete, trained on other features, or gives wrong scores. */
public final class ModelRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelRefusedException(String message) {
        super(message);
    }

    ModelRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
