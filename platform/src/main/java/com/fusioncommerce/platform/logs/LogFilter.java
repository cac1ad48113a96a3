package com.fusioncommerce.platform.logs;

import com.fusioncommerce.schemas.logs.LogFields;
import java.time.Instant;
import java.util.List;

/**
 * Which records to show.
 *
 * @param correlationId only those with it, or null
 * @param tenant only those of it, or null
 * @param level only those at least so severe
 * @param since only those not before, or null
 */
record LogFilter(String correlationId, String tenant, Level level, Instant since) {
    /** How severe a record is, the least first. */
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

    /** Whether a line may be shown: a look that is much quicker than reading it. */
    boolean maybe(String line) {
        return (correlationId == null || line.contains(correlationId)) && (tenant == null || line.contains(tenant));
    }

    /** Whether a record is shown. */
    boolean shows(LogRecord found) {
        return (correlationId == null || found.text(LogFields.CORRELATION_ID).equals(correlationId))
                && (tenant == null || found.text(LogFields.TENANT).equals(tenant))
                && Level.of(found.text(LogFields.LEVEL)).compareTo(level) >= 0
                && (since == null || !found.time().isBefore(since));
    }
}
