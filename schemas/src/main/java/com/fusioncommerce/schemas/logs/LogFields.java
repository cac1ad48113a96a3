package com.fusioncommerce.schemas.logs;

import java.util.List;

/** The fields that every record of every process's log has, whatever writes it; a record can have more. */
public final class LogFields {
    /** When, ISO 8601 in UTC with milliseconds. */
    public static final String TIME = "time";

    /** ERROR, WARN, INFO, DEBUG or TRACE. */
    public static final String LEVEL = "level";

    /** Name of the logger. */
    public static final String LOGGER = "logger";

    /** The thread that logs. */
    public static final String THREAD = "thread";

    /** The message, its arguments filled in. */
    public static final String MESSAGE = "message";

    /** Correlation id of the request, empty outside of requests. */
    public static final String CORRELATION_ID = "correlationId";

    /** Whose it is; empty where it is nobody's. */
    public static final String TENANT = "tenant";

    /** The stack trace; empty where there is none. */
    public static final String EXCEPTION = "exception";

    /** All of them. */
    public static final List<String> ALL =
            List.of(TIME, LEVEL, LOGGER, THREAD, CORRELATION_ID, TENANT, MESSAGE, EXCEPTION);

    private LogFields() {}
}
