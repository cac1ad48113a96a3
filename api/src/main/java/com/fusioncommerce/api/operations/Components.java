package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Reply;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The shared components of the OpenAPI document; a component is included once it is referred to. */
final class Components {
    private final Map<String, Object> schemas = new TreeMap<>();
    private final Map<String, Object> parameters = new TreeMap<>();
    private final Map<String, Object> headers = new TreeMap<>();
    private final Map<String, Object> responses = new TreeMap<>();
    private final Schema problem;

    Components(List<Operation> operations) {
        Set<ProblemType> all = new LinkedHashSet<>(ProblemType.general());
        operations.forEach(operation -> all.addAll(operation.problems()));
        this.problem = ProblemSchema.of(all);
    }

    /** All components, by kind. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schemas", schemas);
        json.put("parameters", parameters);
        json.put("headers", headers);
        json.put("responses", responses);
        json.put("securitySchemes", Security.schemes());
        return json;
    }

    /** A schema, or a reference to its component. */
    Map<String, Object> schema(Schema schema) {
        schema.components((name, definition) -> {
            Object other = schemas.put(name, definition);
            if (other != null && !other.equals(definition)) {
                throw new IllegalArgumentException("two schemas have the name " + name);
            }
        });
        return schema.json();
    }

    /** A reference to a parameter's component, or the parameter itself. */
    Map<String, Object> parameter(Parameter<?> parameter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        json.put("in", parameter.place().name().toLowerCase(Locale.ROOT));
        if (parameter.place() == Parameter.Place.PATH) {
            json.put("required", true);
        }
        json.putAll(parameter.shown());
        json.put("schema", schema(parameter.schema()));
        return parameter.component().isEmpty() ? json : shared("parameters", parameters, parameter.component(), json);
    }

    /** A reference to a header's component. */
    Map<String, Object> header(Answer.Header header) {
        return switch (header) {
            case LOCATION ->
                shared(
                        "headers",
                        headers,
                        "location",
                        headerOf("", Schema.text().with("format", "uri-reference")));
            case CONSISTENCY_TOKEN ->
                shared(
                        "headers",
                        headers,
                        "consistencyToken",
                        headerOf("Send it with a read to see at least this.", Schema.text()));
            case ETAG -> shared("headers", headers, "etag", headerOf("The state's version.", Schema.text()));
            case SET_COOKIE -> headerOf("", Schema.text());
        };
    }

    /** A reference to the answer of all problems with a status. */
    Map<String, Object> problem(int status) {
        StandardResponse standard = StandardResponse.of(status);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("description", standard.description());
        switch (standard) {
            case UNAUTHORIZED -> json.put("headers", Map.of("WWW-Authenticate", headerOf("", Schema.text())));
            case METHOD_NOT_ALLOWED ->
                json.put("headers", Map.of("Allow", headerOf("Those that it has.", Schema.text())));
            case TOO_MANY, UNAVAILABLE -> json.put("headers", Map.of("Retry-After", retryAfter()));
            default -> {}
        }
        json.put("content", OpenApiWriter.content(Reply.PROBLEM, schema(problem)));
        return shared("responses", responses, standard.component(), json);
    }

    /** A reference to the answer of a command without an outcome in time. */
    Map<String, Object> pending(OpenApiWriter writer) {
        Map<String, Object> json = writer.json(Sending.PENDING);
        json.put(
                "headers",
                OpenApiWriter.ordered("Location", header(Answer.Header.LOCATION), "Retry-After", retryAfter()));
        return shared("responses", responses, "Pending", json);
    }

    private Map<String, Object> retryAfter() {
        return shared(
                "headers", headers, "retryAfter", headerOf("Seconds after which to try again.", Schema.of("integer")));
    }

    private static Map<String, Object> headerOf(String description, Schema schema) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!description.isEmpty()) {
            json.put("description", description);
        }
        json.put("schema", schema.json());
        return json;
    }

    private static Map<String, Object> shared(
            String kind, Map<String, Object> known, String name, Map<String, Object> json) {
        known.put(name, json);
        return Map.of("$ref", "#/components/" + kind + "/" + name);
    }
}
