package com.fusioncommerce.druid;

/** Druid answered that it cannot do what it was asked. */
public class DruidException extends RuntimeException {
    private final int status;

    /**
     * Says what Druid answered.
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

    /** The HTTP status of Druid's answer; 0 where there was no proper answer. */
    public int status() {
        return status;
    }
}
