package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.web.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that requests' fields have the rules of the command's fields that they fill: @form, @min, @max. */
@ExtendWith(ApiExtension.class)
class CommandFieldsTest {
    /** The request's schema for each form of a message. */
    private static final Map<String, com.fusioncommerce.api.schema.Schema> FORMS =
            Map.of("pool", SharedSchemas.POOL, "sku", SharedSchemas.ID, "currency", SharedSchemas.CURRENCY);

    /** Fields of commands that are filled by a request's field of another name. */
    private static final Map<String, String> FILLED_BY = Map.of(
            "TransferStock.targetPool", "to",
            "FirstStock.pool", "inventoryPool",
            "FirstStock.onHand", "inventoryCount");

    private final ApiExtension.Shared shared;
    private final List<String> held = new ArrayList<>();

    CommandFieldsTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @Test
    void every_rule_that_a_command_declares_is_kept_by_the_request_that_sends_it() {
        JsonNode schemas = shared.document().at("/components/schemas");
        for (Operation operation : shared.api().operations()) {
            operation
                    .command()
                    .ifPresent(command -> hold(
                            operation,
                            SpecificData.get().getSchema(command),
                            Json.tree(operation
                                    .shape()
                                    .map(shape -> shape.schema().json())
                                    .orElse(Map.of())),
                            schemas));
        }

        assertThat(held)
                .contains("setStock.onHand", "transferStock.to", "spreadOrders.pool", "createProduct.inventoryCount")
                .contains("changePrice.currency", "placeOrder.quantity", "placeOrder.unitPrice");
    }

    private void hold(Operation operation, Schema message, JsonNode reference, JsonNode schemas) {
        JsonNode body = resolved(reference, schemas);
        for (Schema.Field field : message.getFields()) {
            String name = FILLED_BY.getOrDefault(message.getName() + "." + field.name(), field.name());
            JsonNode brought = brought(operation, name, body);
            if (declares(field)) {
                String where = operation.id() + "." + name;
                assertThat(brought)
                        .as("%s fills %s.%s: name it in FILLED_BY", where, message.getName(), field.name())
                        .isNotNull();
                holds(where, field, brought, resolved(brought, schemas));
                held.add(where);
            }
            for (Schema part : parts(field.schema())) {
                JsonNode inner =
                        brought == null ? null : resolved(brought, schemas).get("items");
                hold(operation, part, inner == null ? reference : inner, schemas);
            }
        }
    }

    private static void holds(String where, Schema.Field field, JsonNode brought, JsonNode resolved) {
        Object form = field.getObjectProp("form");
        if (form != null) {
            assertThat(FORMS)
                    .as("%s: what is the form %s in a request?", where, form)
                    .containsKey(form.toString());
            JsonNode expected = Json.tree(FORMS.get(form.toString()).json());
            for (String keyword : List.of("$ref", "pattern", "maxLength")) {
                assertThat(brought.path(keyword)).as("%s: %s", where, keyword).isEqualTo(expected.path(keyword));
            }
        }
        if (resolved.path("type").textValue().equals("string")) {
            // Prices are decimals in requests; their pattern excludes negative ones.
            assertThat(form != null || brought.path("$ref").asText().endsWith("/UnitPrice"))
                    .as(where)
                    .isTrue();
            return;
        }
        if (field.getObjectProp("min") instanceof Number min) {
            assertThat(resolved.path("minimum").longValue()).as(where).isGreaterThanOrEqualTo(min.longValue());
        }
        if (field.getObjectProp("max") instanceof Number max) {
            assertThat(resolved.path("maximum").longValue()).as(where).isLessThanOrEqualTo(max.longValue());
        }
    }

    /** The request's schema under a name, in its path or its body; null if there is none. */
    private static JsonNode brought(Operation operation, String name, JsonNode body) {
        for (Parameter<?> parameter : operation.parameters(Parameter.Place.PATH)) {
            if (parameter.name().equals(name)) {
                return Json.tree(parameter.schema().json());
            }
        }
        return body.path("properties").get(name);
    }

    private static boolean declares(Schema.Field field) {
        return List.of("form", "min", "max").stream().anyMatch(rule -> field.getObjectProp(rule) != null);
    }

    /** The records within a field's type. */
    private static List<Schema> parts(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> List.of(schema);
            case ARRAY -> parts(schema.getElementType());
            case UNION ->
                schema.getTypes().stream().flatMap(type -> parts(type).stream()).toList();
            default -> List.of();
        };
    }

    private static JsonNode resolved(JsonNode node, JsonNode schemas) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
