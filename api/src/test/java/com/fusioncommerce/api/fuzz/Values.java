package com.fusioncommerce.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Generates values for schemas: valid ones, and slightly invalid ones. */
final class Values {
    static final List<String> NASTY = List.of(
            "",
            " ",
            "a ",
            " a",
            "a  b",
            "null",
            "../..",
            "..",
            ".",
            "%",
            "%25",
            "a/b",
            "a~b",
            "~",
            "~~",
            "a;b=c",
            "a?b",
            "#",
            "\u0000",
            "\u0007",
            "\n",
            "\r\nX: y",
            "\ud800",
            "\udc00\ud800",
            "\u202e",
            "\u2028",
            "\u00a0",
            "\ufeff",
            "\uffff",
            "\u0430",
            "\ud83e\uded6",
            "e\u0301",
            "'; DROP TABLE x; --",
            "<script>",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "[]",
            "{}",
            "-0",
            "1e400",
            "NaN",
            "9223372036854775808",
            "-9223372036854775808",
            "0x10",
            "\u0661",
            "1970-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-01-01",
            "HRK",
            "XXX",
            "a".repeat(127),
            "a".repeat(128),
            "a".repeat(201),
            "\ud83e\uded6".repeat(201),
            "a".repeat(4_001));
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "-0",
            "1.0",
            "1.5",
            "1e2",
            "1e400",
            "-1e-400",
            "2147483648",
            "9007199254740993",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1000000000001",
            "1".repeat(60));

    private final ApiDocument document;
    private final Random random;
    private final Map<String, List<String>> known;

    /**
     * Creates a generator by {@code random}; {@code known} are values of existing resources, by the name of their
     * field.
     */
    Values(ApiDocument document, Random random, Map<String, List<String>> known) {
        this.document = document;
        this.random = random;
        this.known = known;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A valid value, often of an existing resource. */
    JsonNode fitting(String name, JsonNode reference) {
        JsonNode schema = document.resolved(reference);
        if (known.containsKey(name) && chance(70)) {
            return JsonNodeFactory.instance.textNode(oneOf(known.get(name)));
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").textValue()) {
            case "object" -> object(schema);
            case "array" -> array(name, schema);
            case "integer" -> JsonNodeFactory.instance.numberNode(number(schema));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            default -> JsonNodeFactory.instance.textNode(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.textValue()));
        schema.path("properties").properties().forEach(property -> {
            boolean rare = property.getValue().path("description").asText().startsWith("For imports");
            if (required.contains(property.getKey()) || chance(rare ? 4 : 40)) {
                object.set(property.getKey(), fitting(property.getKey(), property.getValue()));
            }
        });
        JsonNode more = schema.path("additionalProperties");
        for (int i = random.nextInt(3); more.isObject() && i > 0; i--) {
            object.set("key" + i, fitting("", more));
        }
        return object;
    }

    private ArrayNode array(String name, JsonNode schema) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        int least = schema.path("minItems").intValue();
        for (int i = least + random.nextInt(3); i > 0; i--) {
            array.add(fitting(name, schema.path("items")));
        }
        return array;
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(1_000);
        return switch (random.nextInt(8)) {
            case 0 -> least;
            case 1 -> most;
            default -> Math.min(most, Math.max(least, 1 + random.nextInt(50)));
        };
    }

    private String text(JsonNode schema) {
        if (schema.path("format").asText().equals("date-time")) {
            return "20" + (10 + random.nextInt(15)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10)
                    + "T08:26:00Z";
        }
        String sampled = schema.has("pattern")
                ? PatternSampler.sample(schema.path("pattern").textValue(), random)
                : null;
        return sampled == null ? "text" + random.nextInt(100) : sampled;
    }

    /** The JSON with one change, as a text since it may no longer be valid JSON. */
    String broken(JsonNode body) {
        String text = body.toString();
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> text + oneOf(List.of("x", "{}", ",", "\u0000", "]"));
            case 2 -> "[".repeat(1 + random.nextInt(2_000));
            case 3 ->
                oneOf(List.of("", "null", "[]", "1", "\"a\"", "true", "\ufeff" + text, "{\"a\":1,\"a\":2}", "{'a':1}"));
            default -> withOneFieldChanged(body).toString();
        };
    }

    private JsonNode withOneFieldChanged(JsonNode body) {
        if (!(body.deepCopy() instanceof ObjectNode object) || object.isEmpty()) {
            return JsonNodeFactory.instance.objectNode().set(oneOf(NASTY), strange());
        }
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = oneOf(names);
        JsonNode inner = object.get(name);
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(oneOf(NASTY), strange());
            case 2 ->
                object.set(
                        name,
                        inner.isArray() && !inner.isEmpty()
                                ? JsonNodeFactory.instance.arrayNode().add(withOneFieldChanged(inner.get(0)))
                                : withOneFieldChanged(inner));
            default -> object.set(name, strange());
        }
        return object;
    }

    private JsonNode strange() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(6)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(true);
            case 2 -> nodes.arrayNode().add(1);
            case 3 -> nodes.objectNode().put("a", "b");
            case 4 -> number(oneOf(NUMBERS));
            default -> nodes.textNode(oneOf(NASTY));
        };
    }

    private static JsonNode number(String text) {
        return text.matches("-?[0-9]+")
                ? JsonNodeFactory.instance.numberNode(new BigInteger(text))
                : JsonNodeFactory.instance.numberNode(new BigDecimal(text));
    }
}
