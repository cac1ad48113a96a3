package com.fusioncommerce.platform.supervisor;

import java.util.List;

/** A part could not be started. The message names the part and the reason, for people. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> logTail;

    StartException(String part, String why, List<String> logTail) {
        super(part + ": " + why);
        this.logTail = List.copyOf(logTail);
    }

    StartException(String part, Exception cause) {
        super(part + ": " + reason(cause), cause);
        this.logTail = List.of();
    }

    /** The last log lines of the part; may be empty. */
    public List<String> logTail() {
        return logTail == null ? List.of() : logTail;
    }

    private static String reason(Exception cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
