package com.fusioncommerce.api.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.Problem.FieldError;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The fields of a JSON object, parsed strictly: no coercion, no unknown field, no null. Reading continues after an
 * error, so that the problem names every invalid field; {@link #check()} raises it. Until then an invalid field reads
 * as null or zero.
 */
public final class Fields {
    private final JsonNode object;
    private final String pointer;
    private final List<FieldError> errors;
    private final Set<String> known = new HashSet<>();
    private final List<Fields> children = new ArrayList<>();

    private Fields(JsonNode object, String pointer, List<FieldError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /**
     * Parses a body.
     *
     * @throws ProblemException if the body is not a JSON object
     */
    static Fields parse(byte[] json) {
        JsonNode node;
        try {
            node = Json.read(json);
        } catch (JsonProcessingException e) {
            throw ProblemException.of(
                    ProblemType.MALFORMED_JSON,
                    Characters.wellFormed(e.getOriginalMessage()) + position(e.getLocation()));
        } catch (IOException e) {
            throw ProblemException.of(ProblemType.MALFORMED_JSON, "It is not UTF-8 text.");
        }
        if (node == null || node.isMissingNode()) {
            throw ProblemException.of(ProblemType.MALFORMED_JSON, "The body is empty.");
        }
        if (!node.isObject()) {
            throw Problem.ofFields(List.of(new FieldError(
                            "", ProblemType.WRONG_TYPE, "The body must be an object, not " + name(node) + ".")))
                    .raised();
        }
        return new Fields(node, "", new ArrayList<>());
    }

    /** A required text. */
    public String text(String name, Rule<String> rule) {
        JsonNode value = required(name);
        return value == null ? null : checked(name, string(name, value), rule);
    }

    /** An optional text. */
    public String optionalText(String name, String absent, Rule<String> rule) {
        JsonNode value = optional(name);
        return value == null ? absent : checked(name, string(name, value), rule);
    }

    /** A required whole number; 0 if invalid. */
    public long number(String name, Rule<Long> rule) {
        Long number = number(name, required(name), rule);
        return number == null ? 0 : number;
    }

    /** An optional whole number; null if missing or invalid. */
    public Long optionalNumber(String name, Rule<Long> rule) {
        return number(name, optional(name), rule);
    }

    private Long number(String name, JsonNode value, Rule<Long> rule) {
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            wrongType(name, "a whole number", value);
            return null;
        }
        if (!value.canConvertToLong()) {
            error(name, rule.type(), "is out of range");
            return null;
        }
        return checked(name, value.longValue(), rule);
    }

    /** An optional object of texts, sorted by name. */
    public Map<String, String> texts(String name, Rule<String> rule) {
        JsonNode value = optional(name);
        if (value == null) {
            return Map.of();
        }
        if (!value.isObject()) {
            wrongType(name, "an object", value);
            return Map.of();
        }
        Map<String, String> texts = new TreeMap<>();
        value.properties().forEach(entry -> {
            String at = name + "/" + escape(entry.getKey());
            checked(at, entry.getKey(), rule);
            String text = checked(at, string(at, entry.getValue()), rule);
            texts.put(entry.getKey(), text == null ? "" : text);
        });
        return texts;
    }

    /** A required list of objects, each parsed by {@code reader}; not parsed at all if longer than {@code max}. */
    public <T> List<T> list(String name, int max, ProblemType tooMany, Function<Fields, T> reader) {
        JsonNode value = required(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            wrongType(name, "a list", value);
            return List.of();
        }
        if (value.size() > max) {
            error(name, tooMany, "has " + value.size() + " entries, may have " + max);
            return List.of();
        }
        List<T> items = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = value.get(i);
            String at = name + "/" + i;
            if (item.isObject()) {
                Fields child = new Fields(item, pointer + "/" + at, errors);
                children.add(child);
                items.add(reader.apply(child));
            } else {
                wrongType(at, "an object", item);
            }
        }
        return items;
    }

    /** Whether the field is an empty list. */
    public boolean isEmptyList(String name) {
        JsonNode value = optional(name);
        return value != null && value.isArray() && value.isEmpty();
    }

    /** Notes an invalid field. */
    public void error(String name, ProblemType type, String detail) {
        errors.add(new FieldError(Characters.wellFormed(pointer + "/" + name), type, detail));
    }

    /**
     * Ends the reading: fields that were not read are unknown.
     *
     * @throws ProblemException if any field is invalid
     */
    public void check() {
        findUnknown();
        if (!errors.isEmpty()) {
            throw Problem.ofFields(errors.subList(0, Math.min(errors.size(), 100)))
                    .raised();
        }
    }

    /** The whole object as canonical JSON: equal objects have equal bytes. */
    byte[] canonical() {
        return Json.canonical(object);
    }

    private void findUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                error(escape(name), ProblemType.UNKNOWN_FIELD, "is not known; known are " + new TreeSet<>(known));
            }
        });
        children.forEach(Fields::findUnknown);
    }

    private JsonNode required(String name) {
        JsonNode value = optional(name);
        if (value == null) {
            error(name, ProblemType.MISSING_FIELD, "is missing");
        }
        return value;
    }

    private JsonNode optional(String name) {
        known.add(name);
        return object.get(name);
    }

    private String string(String name, JsonNode value) {
        if (!value.isTextual()) {
            wrongType(name, "a text", value);
            return null;
        }
        return value.textValue();
    }

    private <T> T checked(String name, T value, Rule<T> rule) {
        if (value == null) {
            return null;
        }
        String wrong = rule.violation(value);
        if (wrong != null) {
            error(name, rule.type(), wrong);
            return null;
        }
        return value;
    }

    private void wrongType(String name, String expected, JsonNode value) {
        error(name, ProblemType.WRONG_TYPE, "must be " + expected + ", not " + name(value));
    }

    private static String name(JsonNode value) {
        Map<JsonNodeType, String> names = new LinkedHashMap<>();
        names.put(JsonNodeType.ARRAY, "a list");
        names.put(JsonNodeType.BOOLEAN, "a boolean");
        names.put(JsonNodeType.NULL, "null");
        names.put(JsonNodeType.NUMBER, value.isIntegralNumber() ? "a number" : "a number with decimals");
        names.put(JsonNodeType.OBJECT, "an object");
        names.put(JsonNodeType.STRING, "a text");
        return names.get(value.getNodeType());
    }

    private static String escape(String name) {
        String cut = name.length() > 64 ? name.substring(0, 64) : name;
        return cut.replace("~", "~0").replace("/", "~1");
    }

    private static String position(JsonLocation location) {
        return location == null ? "." : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ").";
    }
}
