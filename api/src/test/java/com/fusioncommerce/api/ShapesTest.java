package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fusioncommerce.api.web.AvroJson;
import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that fields of one name have one format, in all answers of the document and all streamed events. */
@ExtendWith(ApiExtension.class)
class ShapesTest {
    private static final Map<String, String> SHARED =
            Map.of("Money", "money", "Timestamp", "time", "UnitPrice", "unit price");
    private static final long NUMBER = 1_790_000_000_000L;
    /** Schemas of other vocabularies: the status of RFC 9457 is the HTTP status, and rows have a query's columns. */
    private static final Set<String> OTHER_VOCABULARIES = Set.of("Problem", "DashboardData");

    private final Map<String, Map<String, Set<String>>> shapes = new TreeMap<>();
    private final JsonNode document;

    ShapesTest(ApiExtension.Shared shared) {
        this.document = shared.document();
    }

    @Test
    void every_name_has_one_shape_in_answers_and_events() {
        answers();
        events();

        // The units of an order are a list by SKU in events but a sum in answers: one name, two formats.
        assertThat(shapes.get("units").remove("list")).containsOnly("events");
        assertThat(shapes.keySet()).contains("unitPrice", "total", "placedAt", "by", "quantity", "cancelledAt");
        assertThat(shapes).allSatisfy((name, seen) -> assertThat(seen)
                .as("%s has one shape, and not %s", name, seen)
                .hasSize(1));
        assertThat(shapes.get("unitPrice")).containsOnlyKeys("unit price");
        assertThat(shapes.get("total")).containsOnlyKeys("money");
        assertThat(shapes.get("placedAt")).containsOnlyKeys("time");
        assertThat(shapes.get("by")).containsOnlyKeys("text");
    }

    @Test
    void no_constant_is_shown_in_capitals() {
        for (JsonNode constants : document.findValues("enum")) {
            // Enum constants are words; currency codes have three letters.
            constants.forEach(constant -> assertThat(constant.asText()).doesNotMatch("[A-Z][A-Z_]{3,}"));
        }
        eachEvent(ShapesTest::noCapitals);
    }

    private static void noCapitals(JsonNode node) {
        if (node.isTextual() && !node.textValue().equals("GBP")) {
            assertThat(node.textValue()).doesNotMatch("[A-Z_]{2,}");
        }
        node.forEach(ShapesTest::noCapitals);
    }

    private void answers() {
        JsonNode schemas = document.at("/components/schemas");
        schemas.properties().forEach(entry -> {
            if (!OTHER_VOCABULARIES.contains(entry.getKey())) {
                properties(schemas, entry.getKey(), entry.getValue());
            }
        });
    }

    private void properties(JsonNode schemas, String where, JsonNode schema) {
        schema.path("properties")
                .properties()
                .forEach(property -> note(property.getKey(), shapeOf(schemas, property.getValue()), where));
    }

    private static String shapeOf(JsonNode schemas, JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        String named = reference.substring(reference.lastIndexOf('/') + 1);
        if (SHARED.containsKey(named)) {
            return SHARED.get(named);
        }
        if (!named.isEmpty()) {
            return shapeOf(schemas, schemas.path(named));
        }
        if (schema.path("format").asText().equals("date-time")) {
            return "time without the shared schema";
        }
        if (schema.has("const")) {
            return "text";
        }
        JsonNode type = schema.path("type");
        return type.isArray()
                ? typeName(type.get(0).asText())
                : typeName(type.asText(schema.has("enum") ? "string" : ""));
    }

    private static String typeName(String type) {
        return switch (type) {
            case "string" -> "text";
            case "array" -> "list";
            default -> type;
        };
    }

    private void events() {
        eachEvent(this::walk);
    }

    private static void eachEvent(Consumer<JsonNode> reader) {
        eachRecord(record -> reader.accept(Json.tree(AvroJson.of(record))));
    }

    private static void eachRecord(Consumer<SpecificRecord> reader) {
        for (Topic topic : Topics.all()) {
            if (topic.kind() == Topic.Kind.EVENT) {
                for (Class<? extends SpecificRecord> type : topic.values()) {
                    reader.accept(sample(SpecificData.get().getSchema(type)));
                }
            }
        }
    }

    @Test
    void no_event_tells_shoppers_what_the_fraud_gate_rests_on_and_all_else_is_told() {
        eachRecord(record -> {
            JsonNode whole = Json.tree(AvroJson.of(record));
            JsonNode told = Json.tree(AvroJson.toShoppers(record));
            for (String own : List.of("score", "model", "modelVersion")) {
                assertThat(told.findValue(own))
                        .as("%s.%s", record.getSchema().getName(), own)
                        .isNull();
                whole.findParents(own).forEach(parent -> ((ObjectNode) parent).remove(own));
            }
            assertThat(told).isEqualTo(whole);
        });
    }

    private void walk(JsonNode node) {
        node.properties().forEach(field -> {
            String shape = shapeOf(field.getValue());
            note(field.getKey(), shape, "events");
            if (shape.equals("object")) {
                walk(field.getValue());
            }
            if (shape.equals("list")) {
                field.getValue().forEach(this::walk);
            }
        });
    }

    private static String shapeOf(JsonNode value) {
        if (value.isObject()) {
            return value.size() == 2 && value.has("amount") && value.has("currency") ? "money" : "object";
        }
        if (value.isTextual()) {
            return value.textValue().matches("\\d{4}-\\d\\d-\\d\\dT.*Z")
                    ? "time"
                    : value.textValue().matches("\\d+\\.\\d{4}") ? "unit price" : "text";
        }
        return value.isArray()
                ? "list"
                : value.isBoolean() ? "boolean" : value.isIntegralNumber() ? "integer" : "number";
    }

    private void note(String name, String shape, String where) {
        shapes.computeIfAbsent(name, any -> new TreeMap<>())
                .computeIfAbsent(shape, any -> new TreeSet<>())
                .add(where);
    }

    private static SpecificRecord sample(Schema schema) {
        SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(field.name(), field.schema()));
        }
        return record;
    }

    private static Object value(String name, Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> sample(schema);
            case ARRAY -> List.of(value(name, schema.getElementType()));
            case MAP -> Map.of("colour", "blue");
            case UNION ->
                value(
                        name,
                        schema.getTypes().stream()
                                .filter(type -> type.getType() != Schema.Type.NULL)
                                .findFirst()
                                .orElseThrow());
            case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().get(0), schema);
            case STRING -> name.equals("currency") ? "GBP" : "text";
            case LONG -> NUMBER;
            case INT -> 1;
            case DOUBLE -> 0.5;
            case FLOAT -> 0.5f;
            case BOOLEAN -> true;
            default -> throw new IllegalArgumentException(name + " is " + schema);
        };
    }
}
