package com.fusioncommerce.druid;

/** Druid did not answer in time, or is starting or overloaded: the same question may work later. */
public final class DruidUnavailableException extends DruidException {
    DruidUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    DruidUnavailableException(int status, String message) {
        super(status, message);
    }
}
