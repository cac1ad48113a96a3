package com.fusioncommerce.platform;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;

/**
 * A log line shortened for people: of our JSON records only level, logger and message, truncated to a maximum length.
 */
final class LogLine {
    private static final int LONGEST = 240;
    private static final ObjectMapper JSON = new ObjectMapper();

    private LogLine() {}

    /** The shortened line. */
    static String readable(String line) {
        String text = line.startsWith("{") ? ofJson(line) : line;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    private static String ofJson(String line) {
        JsonNode record;
        try {
            record = JSON.readTree(line);
        } catch (JacksonException e) {
            return line;
        }
        String logger = record.path("logger").asText();
        String thrown = record.path("exception").asText().lines().findFirst().orElse("");
        return String.join(
                        " ",
                        Stream.of(
                                        record.path("level").asText(),
                                        logger.substring(logger.lastIndexOf('.') + 1),
                                        record.path("message").asText(),
                                        thrown.isEmpty() ? "" : "(" + thrown + ")")
                                .filter(part -> !part.isEmpty())
                                .toList())
                .strip();
    }
}
