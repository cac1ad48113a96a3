package com.fusioncommerce.druid;

/** Druid did not answer in time, is starting or is overloaded: the same request may succeed later. */
public final class DruidUnavailableException extends DruidException {
    DruidUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    DruidUnavailableException(int status, String message) {
        super(status, message);
    }
}
