package com.fusioncommerce.api.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fusioncommerce.api.web.Json;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The OpenAPI document with access to operations and their schemas. Safe for threads. */
public final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final ConcurrentMap<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

    /** An operation: one method of a path, with the parameters of both. */
    public record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {
        /** The operation's id. */
        public String id() {
            return node.path("operationId").textValue();
        }

        /** Whether the operation needs no authentication. */
        public boolean isOpen() {
            return node.path("security").isEmpty();
        }
    }

    /** Parses a document. */
    public ApiDocument(JsonNode document) {
        this.document = document;
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(new Operation(
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        method.getValue(),
                        parameters(path.getValue(), method.getValue())))));
    }

    /** All operations. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    private List<JsonNode> parameters(JsonNode path, JsonNode operation) {
        List<JsonNode> all = new ArrayList<>();
        path.path("parameters").forEach(parameter -> all.add(resolved(parameter)));
        operation.path("parameters").forEach(parameter -> all.add(resolved(parameter)));
        return all;
    }

    /** The schema of an operation's body, or null. */
    JsonNode body(Operation operation) {
        JsonNode schema = operation
                .node()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode() ? null : resolved(schema);
    }

    /** The response of an operation for a status, or null. */
    JsonNode response(Operation operation, int status) {
        JsonNode response = operation.node().path("responses").path(Integer.toString(status));
        return response.isMissingNode() ? null : resolved(response);
    }

    /** The schema of every problem. */
    JsonNode problem() {
        return document.at("/components/schemas/Problem");
    }

    /** The target of a reference; any other node unchanged. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").textValue().substring(1)) : node;
    }

    /** The violation of a schema by a JSON text; empty if the text is valid. */
    String misfit(JsonNode schema, String json) {
        try {
            JsonNode value = Json.read(json.getBytes(UTF_8));
            Set<?> messages = schemas.computeIfAbsent(schema, this::compiled).validate(value);
            return messages.isEmpty() ? "" : messages.toString();
        } catch (IOException e) {
            return "no JSON: " + e.getMessage();
        }
    }

    private JsonSchema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole);
    }

    /** The texts of an array, or the member names of an object, in order. */
    public static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        if (node.isArray()) {
            node.forEach(name -> names.add(name.textValue()));
        } else {
            node.fieldNames().forEachRemaining(names::add);
        }
        return names;
    }
}
