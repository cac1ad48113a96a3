package com.fusioncommerce.platform.logs;

import com.fusioncommerce.schemas.logs.LogFields;
import java.time.Instant;
import java.util.List;

/**
 * Filter of log records.
 *
 * @param correlationId only this correlation id; null for all
 * @param tenant only this tenant; null for all
 * @param level the least severe level shown
 * @param since the earliest time shown; null for no limit
 */
record LogFilter(String correlationId, String tenant, Level level, Instant since) {
    /** Severity of a record, the least severe first. */
    enum Level {
        TRACE,
        DEBUG,
        INFO,
        WARN,
        ERROR;

        private static final List<String> SEVERE = List.of("FATAL", "SEVERE");

        static Level of(String text) {
            for (Level level : values()) {
                if (level.name().equals(text)) {
                    return level;
                }
            }
            return SEVERE.contains(text) ? ERROR : INFO;
        }
    }

    /** Whether a line may match: a text search that is much faster than parsing the line. */
    boolean maybe(String line) {
        return (correlationId == null || line.contains(correlationId)) && (tenant == null || line.contains(tenant));
    }

    /** Whether a record matches the filter. */
    boolean shows(LogRecord found) {
        return (correlationId == null || found.text(LogFields.CORRELATION_ID).equals(correlationId))
                && (tenant == null || found.text(LogFields.TENANT).equals(tenant))
                && Level.of(found.text(LogFields.LEVEL)).compareTo(level) >= 0
                && (since == null || !found.time().isBefore(since));
    }
}
