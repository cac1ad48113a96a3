package com.fusioncommerce.schemas.logs;

import java.util.List;

/** Names of the fields that every log record of every process has; a record can have more. */
public final class LogFields {
    /** Time of the record, ISO 8601 in UTC with milliseconds. */
    public static final String TIME = "time";

    /** Log level: ERROR, WARN, INFO, DEBUG or TRACE. */
    public static final String LEVEL = "level";

    /** Name of the logger. */
    public static final String LOGGER = "logger";

    /** Name of the thread that logs. */
    public static final String THREAD = "thread";

    /** The message, its arguments filled in. */
    public static final String MESSAGE = "message";

    /** Correlation id of the request, empty outside of requests. */
    public static final String CORRELATION_ID = "correlationId";

    /** Tenant of the request, empty where there is none. */
    public static final String TENANT = "tenant";

    /** The stack trace; empty where there is none. */
    public static final String EXCEPTION = "exception";

    /** All of these fields. */
    public static final List<String> ALL =
            List.of(TIME, LEVEL, LOGGER, THREAD, CORRELATION_ID, TENANT, MESSAGE, EXCEPTION);

    private LogFields() {}
}
