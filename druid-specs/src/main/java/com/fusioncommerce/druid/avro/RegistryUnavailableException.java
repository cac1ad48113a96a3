package com.fusioncommerce.druid.avro;

/** No schema registry answered as it should: not the record's fault, so that it must not be passed over. */
final class RegistryUnavailableException extends RuntimeException {
    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
