package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.fuzz.ApiDocument;
import com.fusioncommerce.api.operations.Representation;
import com.fusioncommerce.api.orders.OrderJson;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.schemas.orders.Order;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Tests that each answer's record matches its schema: names, types, and required fields. */
class AnswerRecordsTest {
    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(long.class, "integer"),
            Map.entry(int.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(double.class, "number"),
            Map.entry(Double.class, "number"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(List.class, "array"),
            Map.entry(Map.class, "object"));

    /** The content of a sample state. */
    private enum Sample {
        /** All fields are set. */
        FULL,
        /** No nullable number or text is set. */
        WITHOUT_SCALARS,
        /** Nothing nullable is set, lists have no entries, and optional texts are empty. */
        EMPTY
    }

    private final Map<String, JsonNode> components = new TreeMap<>();
    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final Map<String, Set<String>> present = new TreeMap<>();
    private final Map<String, Set<String>> absent = new TreeMap<>();

    @Test
    void every_component_is_in_its_schema_with_its_type() {
        Set<String> seen = new TreeSet<>();
        for (Class<?> type : records()) {
            Schema schema = (Schema) constant(type, "SCHEMA");
            JsonNode definition = definition(schema);
            List<String> names = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                names.add(component.getName());
                JsonNode field = resolved(definition.path("properties").path(component.getName()));
                String where = type.getSimpleName() + "." + component.getName();
                assertThat(field.isMissingNode())
                        .as("%s is in no schema", where)
                        .isFalse();
                if (component.getType() != Object.class) {
                    String expected = TYPES.getOrDefault(component.getType(), "object");
                    assertThat(typeOf(field)).as(where).isEqualTo(expected);
                }
                if (component.getType().isPrimitive()) {
                    assertThat(ApiDocument.names(definition.path("required")))
                            .as(where)
                            .contains(component.getName());
                }
            }
            assertThat(schema.fields()).as(type.getSimpleName()).containsExactlyInAnyOrderElementsOf(names);
            seen.add(type.getSimpleName());
        }

        assertThat(seen).contains("ProductJson", "StockJson", "SpreadJson", "OrderJson", "Placed", "CommandStatus");
    }

    @Test
    void what_a_schema_requires_is_there_whatever_the_state_and_nothing_else_is() {
        Set<String> shown = new TreeSet<>();
        for (Class<?> type : records()) {
            if (has(type, "SHOWN")) {
                Representation<?> representation = (Representation<?>) constant(type, "SHOWN");
                for (Sample sample : Sample.values()) {
                    walk(type.getSimpleName(), rendered(representation, sample), definition(representation.schema()));
                }
                shown.add(type.getSimpleName());
            }
        }

        // Lists leave out the lines of orders unless they are requested.
        Order order = (Order) record(Order.getClassSchema(), Sample.FULL);
        walk("OrderJson", Json.tree(OrderJson.of(order, false, false)), schemas.get("OrderJson"));

        // The shoppers' view is a subset of the staff's.
        JsonNode toShopper = Json.tree(OrderJson.of(order, true, true));
        assertThat(toShopper.path("decision")).isNotEmpty();
        for (String own : List.of("score", "model", "modelVersion")) {
            assertThat(toShopper.findValue(own)).as(own).isNull();
        }

        assertThat(shown).containsExactly("OrderJson", "ProductJson", "SpreadJson", "StockJson");
        assertThat(schemas).containsKeys("OrderJson/decision", "OrderJson/shortages", "SpreadJson/pools");
        schemas.forEach((where, schema) -> {
            Set<String> optional = ApiDocument.names(schema.path("properties"));
            assertThat(present.get(where)).as(where).isEqualTo(optional);
            optional.removeAll(ApiDocument.names(schema.path("required")));
            assertThat(absent.getOrDefault(where, Set.of()))
                    .as("fields of %s that are missing in some sample", where)
                    .isEqualTo(optional);
        });
    }

    /** Records which fields an object of a sample has, and their types. */
    private void walk(String where, JsonNode json, JsonNode schema) {
        if (!json.isObject() || !schema.has("properties")) {
            return;
        }
        schemas.put(where, schema);
        assertThat(ApiDocument.names(json)).as(where).isSubsetOf(ApiDocument.names(schema.path("properties")));
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            JsonNode value = json.path(name);
            (value.isMissingNode() ? absent : present)
                    .computeIfAbsent(where, any -> new TreeSet<>())
                    .add(name);
            JsonNode field = resolved(property.getValue());
            if (value.isArray()) {
                walk(where + "/" + name, value.path(0), resolved(field.path("items")));
            } else {
                walk(where + "/" + name, value, field);
            }
        });
    }

    private static <S> JsonNode rendered(Representation<S> representation, Sample sample) {
        org.apache.avro.Schema schema = SpecificData.get().getSchema(representation.type());
        S state = representation.type().cast(record(schema, sample));
        return Json.tree(representation.json().apply("acme", state));
    }

    private static SpecificRecord record(org.apache.avro.Schema schema, Sample sample) {
        SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.name(), field.schema(), sample)));
        return record;
    }

    private static Object value(String name, org.apache.avro.Schema schema, Sample sample) {
        return switch (schema.getType()) {
            case RECORD -> record(schema, sample);
            case ARRAY -> sample == Sample.EMPTY ? List.of() : List.of(value(name, schema.getElementType(), sample));
            case MAP -> Map.of("colour", "blue");
            case UNION -> optional(name, schema, sample);
            case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().get(0), schema);
            case STRING -> text(name, sample);
            case LONG -> 1_790_000_000_000L;
            case INT -> 1;
            case DOUBLE -> 0.5;
            case BOOLEAN -> true;
            default -> throw new IllegalArgumentException(name + " is " + schema);
        };
    }

    private static Object optional(String name, org.apache.avro.Schema union, Sample sample) {
        org.apache.avro.Schema type = union.getTypes().stream()
                .filter(one -> one.getType() != org.apache.avro.Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
        boolean there = sample == Sample.FULL
                || (sample == Sample.WITHOUT_SCALARS && type.getType() == org.apache.avro.Schema.Type.RECORD);
        return there ? value(name, type, sample) : null;
    }

    private static String text(String name, Sample sample) {
        if (name.equals("currency")) {
            return "GBP";
        }
        return name.startsWith("pool") ? "main" : sample == Sample.EMPTY ? "" : "text";
    }

    /** The records of this module that have a schema. */
    private static List<Class<?>> records() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("com.fusioncommerce.api")
                        .stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> has(type, "SCHEMA"))
                        .toList();
    }

    private static boolean has(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredFields())
                .anyMatch(field -> field.getName().equals(name));
    }

    private static Object constant(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode definition(Schema schema) {
        schema.components((name, definition) -> components.put(name, Json.tree(definition)));
        return resolved(Json.tree(schema.json()));
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty()
                ? node
                : resolved(components.get(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    private static String typeOf(JsonNode schema) {
        if (schema.has("enum") || schema.has("const")) {
            return "string";
        }
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }
}
