package com.fusioncommerce.druid;

/** Druid answered with an error. */
public class DruidException extends RuntimeException {
    private final int status;

    /**
     * An exception with Druid's error message.
     *
     * @param status the HTTP status
     */
    public DruidException(int status, String message) {
        super(message);
        this.status = status;
    }

    DruidException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    /** The HTTP status of Druid's answer; 0 if there was no valid answer. */
    public int status() {
        return status;
    }
}
