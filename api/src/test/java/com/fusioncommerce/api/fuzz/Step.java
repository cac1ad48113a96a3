package com.fusioncommerce.api.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.fuzz.ApiDocument.Operation;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request of a sequence, before it is sent.
 *
 * @param parameters parameters of path, query and headers, by name
 * @param body null if the operation takes none
 */
public record Step(Operation operation, Map<String, String> parameters, JsonNode body) {
    /** An answer of the API. */
    public interface Reply {
        /** The HTTP status. */
        int status();

        /** The body. */
        JsonNode json();

        /** The unparsed body. */
        String text();

        /** A header, or null. */
        String header(String name);
    }

    /** Sends requests. */
    @FunctionalInterface
    public interface Sender {
        /** Sends a request; headers are alternating names and values. */
        Reply send(String method, String path, String body, List<String> headers);
    }

    /** Copies the parameters. */
    public Step {
        parameters = Map.copyOf(parameters);
    }

    boolean writes() {
        return !operation.method().equals("GET");
    }

    String parameter(String name) {
        return parameters.get(name);
    }

    /** Sends the step, with an idempotency key unless it is null. */
    public Reply send(Sender sender, String key) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        if (key != null) {
            headers.addAll(List.of("Idempotency-Key", key));
        }
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").textValue();
            String value = parameters.get(name);
            if (value != null) {
                String encoded = URLEncoder.encode(value, UTF_8).replace("+", "%20");
                switch (parameter.path("in").textValue()) {
                    case "path" -> path = path.replace("{" + name + "}", encoded);
                    case "query" -> query.add(name + "=" + encoded);
                    default -> headers.addAll(List.of(name, value));
                }
            }
        }
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return sender.send(operation.method(), target, body == null ? null : body.toString(), headers);
    }

    /** The next steps by a document's links from an answer; {@code values} generates bodies. */
    static List<Step> after(ApiDocument document, Step step, Reply reply, Values values) {
        List<Step> next = new ArrayList<>();
        links(document, step, reply).forEach((id, parameters) -> next.add(of(document, id, parameters, values)));
        return next;
    }

    /** The operations that a document's links lead to from an answer, with their parameters. */
    static Map<String, Map<String, String>> links(ApiDocument document, Step step, Reply reply) {
        Map<String, Map<String, String>> linked = new LinkedHashMap<>();
        JsonNode links = document.response(step.operation(), reply.status()).path("links");
        links.forEach(link -> linked.put(link.path("operationId").textValue(), parameters(link, step, reply)));
        return linked;
    }

    /** A step of an operation by its id. */
    static Step of(ApiDocument document, String id, Map<String, String> parameters, Values values) {
        Operation operation = document.operations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        JsonNode schema = document.body(operation);
        return new Step(operation, parameters, schema == null ? null : values.fitting("", schema));
    }

    private static Map<String, String> parameters(JsonNode link, Step step, Reply reply) {
        Map<String, String> values = new TreeMap<>();
        link.path("parameters").properties().forEach(parameter -> {
            String expression = parameter.getValue().textValue();
            String value = expression.startsWith("$response.header.")
                    ? reply.header(expression.substring("$response.header.".length()))
                    : (expression.startsWith("$request.") ? step.body() : reply.json())
                            .at(expression.substring(expression.indexOf('#') + 1))
                            .asText();
            values.put(parameter.getKey(), value);
        });
        return values;
    }

    @Override
    public String toString() {
        return operation.id() + " " + parameters + (body == null ? "" : " " + body);
    }
}
