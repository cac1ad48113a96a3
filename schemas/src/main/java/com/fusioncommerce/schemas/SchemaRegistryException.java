package com.fusioncommerce.schemas;

/** The schema registry refused a request. */
public final class SchemaRegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaRegistryException(String what, Throwable cause) {
        super("schema registry refused: " + what + ": " + cause.getMessage(), cause);
    }
}
