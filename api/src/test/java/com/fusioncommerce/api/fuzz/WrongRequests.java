package com.fusioncommerce.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Generates invalid requests from a valid one: every documented field and parameter violates its schema in every way,
 * one per request; and one request violates all fields at once.
 */
public final class WrongRequests {
    private static final String UNKNOWN = "unheard";

    private final ApiDocument document;
    private final Step right;
    private final List<Wrong> all = new ArrayList<>();

    /**
     * An invalid request.
     *
     * @param what description of the error
     * @param step the request
     * @param pointers JSON pointers to the invalid fields; empty for an invalid parameter
     */
    public record Wrong(String what, Step step, Set<String> pointers) {
        @Override
        public String toString() {
            return what + ": " + step;
        }
    }

    private WrongRequests(ApiDocument document, Step right) {
        this.document = document;
        this.right = right;
    }

    /** All requests with one error, and those with many. */
    public static List<Wrong> of(ApiDocument document, Step right) {
        WrongRequests requests = new WrongRequests(document, right);
        requests.parameters();
        if (right.body() != null) {
            JsonNode schema = document.body(right.operation());
            requests.fields("", right.body(), schema);
            requests.everything(schema);
        }
        return requests.all;
    }

    private void parameters() {
        for (JsonNode parameter : right.operation().parameters()) {
            String name = parameter.path("name").textValue();
            boolean header = parameter.path("in").textValue().equals("header");
            for (JsonNode value : misses(document.resolved(parameter.path("schema")), true)) {
                // Clients do not send invalid header values, and a path without a segment is another path.
                if (!value.asText().isBlank() && (!header || value.asText().matches("[ -~]*"))) {
                    parameter(name, value.asText());
                }
            }
        }
        List<JsonNode> more = new ArrayList<>(right.operation().parameters());
        ObjectNode unknown = JsonNodeFactory.instance.objectNode();
        more.add(unknown.put("name", UNKNOWN).put("in", "query"));
        ApiDocument.Operation operation = right.operation();
        Map<String, String> values = new TreeMap<>(right.parameters());
        values.put(UNKNOWN, "1");
        all.add(new Wrong(
                "an unknown parameter",
                new Step(
                        new ApiDocument.Operation(operation.method(), operation.path(), operation.node(), more),
                        values,
                        right.body()),
                Set.of()));
    }

    private void parameter(String name, String value) {
        Map<String, String> values = new TreeMap<>(right.parameters());
        values.put(name, value);
        all.add(new Wrong("the parameter " + name, new Step(right.operation(), values, right.body()), Set.of()));
    }

    /** The fields of an object at a pointer, and those of nested objects. */
    private void fields(String at, JsonNode object, JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            JsonNode field = document.resolved(property.getValue());
            for (JsonNode value : misses(field, false)) {
                changed("a value that misses its schema", at, name, value);
            }
            if (ApiDocument.names(schema.path("required")).contains(name)) {
                changed("a missing field", at, name, null);
            }
            JsonNode items = document.resolved(field.path("items"));
            if (items.has("properties")) {
                JsonNode first = object.path(name).path(0);
                if (first.isMissingNode()) {
                    throw new IllegalArgumentException(right + " has no " + name + " in its example");
                }
                fields(at + "/" + name + "/0", first, items);
            }
        });
        changed("an unknown field", at, UNKNOWN, JsonNodeFactory.instance.numberNode(1));
    }

    private void changed(String what, String at, String name, JsonNode value) {
        JsonNode body = right.body().deepCopy();
        ObjectNode object = (ObjectNode) body.at(at);
        if (value == null) {
            object.remove(name);
        } else {
            object.set(name, value);
        }
        Step step = new Step(right.operation(), right.parameters(), body);
        all.add(new Wrong(what, step, Set.of(at + "/" + name)));
    }

    private void everything(JsonNode schema) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Set<String> pointers = new TreeSet<>();
        for (String name : ApiDocument.names(schema.path("properties"))) {
            body.set(
                    name,
                    ofAnotherType(document.resolved(schema.path("properties").path(name))));
            pointers.add("/" + name);
        }
        body.put(UNKNOWN, 1);
        pointers.add("/" + UNKNOWN);
        all.add(new Wrong(
                "every field at once", new Step(right.operation(), right.parameters(), body), Set.copyOf(pointers)));
        Set<String> required = ApiDocument.names(schema.path("required"));
        if (!required.isEmpty()) {
            Set<String> missing = new TreeSet<>();
            required.forEach(name -> missing.add("/" + name));
            all.add(new Wrong(
                    "no field at all",
                    new Step(right.operation(), right.parameters(), JsonNodeFactory.instance.objectNode()),
                    Set.copyOf(missing)));
        }
    }

    /** Values that violate a schema; as texts for a URI or a header. */
    private List<JsonNode> misses(JsonNode schema, boolean asText) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        List<JsonNode> misses = new ArrayList<>();
        if (!asText) {
            misses.add(ofAnotherType(schema));
            misses.add(nodes.nullNode());
        }
        switch (schema.path("type").asText()) {
            case "integer" -> {
                if (asText) {
                    misses.add(nodes.textNode("x"));
                }
                misses.add(nodes.numberNode(1.5));
                if (schema.has("minimum")) {
                    misses.add(nodes.numberNode(schema.path("minimum").longValue() - 1));
                }
                if (schema.has("maximum")) {
                    misses.add(nodes.numberNode(schema.path("maximum").longValue() + 1));
                }
            }
            case "boolean" -> misses.add(nodes.textNode("perhaps"));
            case "array" -> lists(schema, misses);
            case "object" -> maps(schema, misses);
            default -> texts(schema, misses);
        }
        return misses;
    }

    private static JsonNode ofAnotherType(JsonNode schema) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String type = schema.path("type").asText("string");
        return type.equals("string") ? nodes.numberNode(7) : nodes.textNode("x");
    }

    private static void texts(JsonNode schema, List<JsonNode> misses) {
        List<String> candidates =
                new ArrayList<>(List.of("", " ", "!", "a b ", "a\u0000b", "a\u202eb", "nope", "yesterday", "-1"));
        if (schema.has("maxLength")) {
            candidates.add("a".repeat(schema.path("maxLength").intValue() + 1));
        }
        for (String text : candidates) {
            if (missed(schema, text)) {
                misses.add(JsonNodeFactory.instance.textNode(text));
            }
        }
    }

    private static boolean missed(JsonNode schema, String text) {
        if (schema.has("enum")) {
            return !ApiDocument.names(schema.path("enum")).contains(text);
        }
        if (schema.path("format").asText().equals("date-time")) {
            return true;
        }
        if (text.length() < schema.path("minLength").asInt(0)
                || text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            return true;
        }
        String pattern = schema.path("pattern").asText("");
        return !Pattern.compile(pattern).matcher(text).find();
    }

    private void lists(JsonNode schema, List<JsonNode> misses) {
        if (schema.path("minItems").asInt(0) > 0) {
            misses.add(JsonNodeFactory.instance.arrayNode());
        }
        if (schema.has("maxItems")) {
            ArrayNode many = JsonNodeFactory.instance.arrayNode();
            for (int i = schema.path("maxItems").intValue(); i >= 0; i--) {
                many.addObject();
            }
            misses.add(many);
        }
    }

    private void maps(JsonNode schema, List<JsonNode> misses) {
        if (schema.has("maxProperties")) {
            ObjectNode many = JsonNodeFactory.instance.objectNode();
            for (int i = schema.path("maxProperties").intValue(); i >= 0; i--) {
                many.put("k" + i, "v");
            }
            misses.add(many);
        }
    }
}
