package com.fusioncommerce.platform.logs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fusioncommerce.schemas.logs.LogFields;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A log record.
 *
 * @param part the part that wrote it
 * @param time the time of writing
 * @param fields all fields
 */
record LogRecord(String part, Instant time, JsonNode fields) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 400;

    /** Parses a log line; empty if the line is no record. */
    static Optional<LogRecord> of(String part, String line) {
        try {
            JsonNode fields = JSON.readTree(line);
            return Optional.of(new LogRecord(
                    part, Instant.parse(fields.path(LogFields.TIME).asText()), fields));
        } catch (JacksonException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A field as text; empty if the record lacks it. */
    String text(String field) {
        return fields.path(field).asText("");
    }

    /** The record on one line for people: without thread, truncated to a maximum length. */
    String readable() {
        String logger = text(LogFields.LOGGER);
        StringBuilder line = new StringBuilder(text(LogFields.TIME))
                .append(String.format(" %-10s %-5s ", part, text(LogFields.LEVEL)))
                .append(logger.substring(logger.lastIndexOf('.') + 1))
                .append(": ")
                .append(text(LogFields.MESSAGE));
        if (fields.has("ms") && fields.has("bytes")) {
            line.append(" in ")
                    .append(text("ms"))
                    .append(" ms, ")
                    .append(text("bytes"))
                    .append(" bytes");
        }
        String exception = text(LogFields.EXCEPTION);
        if (!exception.isEmpty()) {
            line.append(" (").append(exception.lines().findFirst().orElse("")).append(')');
        }
        return line.length() <= LONGEST ? line.toString() : line.substring(0, LONGEST) + " …";
    }
}
