package com.fusioncommerce.druid.avro;

/** No schema registry gave a valid answer. The record is not at fault and must not be skipped. */
final class RegistryUnavailableException extends RuntimeException {
    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
