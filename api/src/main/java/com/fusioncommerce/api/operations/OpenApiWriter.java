package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the OpenAPI 3.1 document, derived from the operations and without unused components. */
public final class OpenApiWriter {
    private final Map<String, Object> paths = new LinkedHashMap<>();
    private final Components components;

    private OpenApiWriter(List<Operation> operations) {
        this.components = new Components(operations);
        operations.forEach(this::add);
    }

    /**
     * The document, as a value for JSON.
     *
     * @param head the document's parts about the API as a whole: {@code openapi}, {@code info}, {@code servers}
     */
    public static Map<String, Object> document(Map<String, Object> head, List<Operation> operations) {
        OpenApiWriter writer = new OpenApiWriter(operations);
        Map<String, Object> document = new LinkedHashMap<>(head);
        document.put("tags", tags(operations));
        document.put("paths", writer.paths);
        document.put("components", writer.components.json());
        return document;
    }

    private static List<Map<String, String>> tags(List<Operation> operations) {
        Map<String, Tag> byName = new LinkedHashMap<>();
        for (Operation operation : operations) {
            Tag tag = operation.tag();
            if (!byName.computeIfAbsent(tag.name(), name -> tag).equals(tag)) {
                throw new IllegalArgumentException("two parts of the API are called " + tag.name());
            }
        }
        return byName.values().stream().map(Tag::json).toList();
    }

    @SuppressWarnings("unchecked") // This method alone adds path items.
    private void add(Operation operation) {
        Map<String, Object> item =
                (Map<String, Object>) paths.computeIfAbsent(operation.path(), path -> new LinkedHashMap<>());
        if (!operation.pathParameters().isEmpty()) {
            item.put("parameters", parameters(operation.pathParameters()));
        }
        if (item.put(operation.method().toLowerCase(Locale.ROOT), json(operation)) != null) {
            throw new IllegalArgumentException("two operations are " + operation.method() + " " + operation.path());
        }
    }

    private Map<String, Object> json(Operation operation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operationId", operation.id());
        json.put("summary", operation.summary());
        if (!operation.description().isEmpty()) {
            json.put("description", operation.description());
        }
        json.put("tags", List.of(operation.tag().name()));
        json.put("security", Security.of(operation.access()));
        operation.audience().ifPresent(audience -> json.put("x-audience", audience.word()));
        List<Parameter<?>> others = new ArrayList<>(operation.parameters(Parameter.Place.QUERY));
        others.addAll(operation.parameters(Parameter.Place.HEADER));
        if (!others.isEmpty()) {
            json.put("parameters", parameters(others));
        }
        operation
                .shape()
                .ifPresent(shape -> json.put(
                        "requestBody",
                        ordered("required", true, "content", content(Reply.JSON, components.schema(shape.schema())))));
        json.put("responses", responses(operation));
        return json;
    }

    private List<Object> parameters(List<Parameter<?>> parameters) {
        List<Object> json = new ArrayList<>();
        parameters.forEach(parameter -> json.add(components.parameter(parameter)));
        return json;
    }

    private Map<String, Object> responses(Operation operation) {
        Map<Integer, Object> byStatus = new TreeMap<>();
        for (ProblemType problem : operation.problems()) {
            // Internal errors are possible everywhere; the table of problems lists them.
            if (!problem.equals(ProblemType.INTERNAL_ERROR)) {
                byStatus.put(problem.status(), components.problem(problem.status()));
            }
        }
        for (Answer answer : operation.answers()) {
            byStatus.put(answer.status(), json(answer));
        }
        if (operation.sends()) {
            byStatus.put(Sending.PENDING.status(), components.pending(this));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        byStatus.forEach((status, response) -> responses.put(Integer.toString(status), response));
        return responses;
    }

    /** An answer's object in the document. */
    Map<String, Object> json(Answer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("description", answer.description());
        Map<String, Object> headers = new LinkedHashMap<>();
        answer.headers().forEach(header -> headers.put(header.text(), components.header(header)));
        if (!headers.isEmpty()) {
            json.put("headers", headers);
        }
        if (answer.schema() != null) {
            json.put("content", content(answer.mediaType(), components.schema(answer.schema())));
        }
        if (!answer.links().isEmpty()) {
            Map<String, Object> links = new LinkedHashMap<>();
            answer.links()
                    .forEach(link -> links.put(
                            link.name(), ordered("operationId", link.operation(), "parameters", link.parameters())));
            json.put("links", links);
        }
        return json;
    }

    static Map<String, Object> content(String mediaType, Map<String, Object> schema) {
        return Map.of(mediaType, Map.of("schema", schema));
    }

    static Map<String, Object> ordered(String first, Object value, String second, Object other) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(first, value);
        json.put(second, other);
        return json;
    }

    /** The claims of scopes, in order. */
    static List<String> claims(Set<Scope> scopes) {
        return scopes.stream().map(Scope::claim).sorted().toList();
    }
}
