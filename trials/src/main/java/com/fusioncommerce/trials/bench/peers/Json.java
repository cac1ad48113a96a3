package com.fusioncommerce.trials.bench.peers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes JSON. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** Parses a body; a missing node if it is not JSON. */
    static JsonNode of(HttpAnswer answer) {
        return of(answer.body());
    }

    /** Parses a line; a missing node if it is not JSON. */
    static JsonNode of(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + value.getClass(), e);
        }
    }

    /** Finds the first text field of that name in a body rendered by our own API, without parsing the body. */
    static String text(HttpAnswer answer, String name) {
        String body = answer.body();
        String before = "\"" + name + "\":\"";
        int from = body.indexOf(before);
        int to = from < 0 ? -1 : body.indexOf('"', from + before.length());
        return to < 0 ? "" : body.substring(from + before.length(), to);
    }
}
