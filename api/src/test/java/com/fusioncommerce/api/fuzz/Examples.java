package com.fusioncommerce.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fusioncommerce.api.fuzz.ApiDocument.Operation;
import com.fusioncommerce.api.fuzz.Step.Reply;
import com.fusioncommerce.api.fuzz.Step.Sender;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * One successful request per operation: its example, with the values that links of earlier answers provide. New
 * operations are found by the document.
 */
public final class Examples {
    private static final String EXAMPLES = "examples";

    private final ApiDocument document;
    private final Sender sender;
    private final Map<String, String> known;
    private final Map<String, Map<String, String>> linked = new TreeMap<>();
    private final Map<String, Step> done = new LinkedHashMap<>();
    private final Map<String, Reply> replies = new TreeMap<>();
    private final Map<String, String> open = new TreeMap<>();

    /**
     * Creates the examples of a document.
     *
     * @param known values that no document can contain, such as tokens: by the name of their field, or by operation and
     *     parameter name with a dot between
     */
    public Examples(ApiDocument document, Sender sender, Map<String, String> known) {
        this.document = document;
        this.sender = sender;
        this.known = new TreeMap<>(known);
        document.operations().forEach(this::learn);
    }

    /** Learns the values of an example, for operations that refer to them. */
    private void learn(Operation operation) {
        JsonNode body = document.body(operation);
        if (body != null) {
            body.path(EXAMPLES).path(0).properties().forEach(field -> {
                if (field.getValue().isTextual()) {
                    known.putIfAbsent(field.getKey(), field.getValue().textValue());
                }
            });
        }
    }

    /** Tries every operation that has not succeeded yet, in the document's order; returns whether all have. */
    public boolean go() {
        open.clear();
        for (Operation operation : document.operations()) {
            if (!done.containsKey(operation.id())) {
                attempt(operation);
            }
        }
        return open.isEmpty();
    }

    private void attempt(Operation operation) {
        Step step = new Step(sent(operation), parameters(operation), body(operation));
        Reply reply = step.send(sender, null);
        if (reply.status() < 300 || storeIsMissing(reply)) {
            done.put(operation.id(), step);
            replies.put(operation.id(), reply);
            Step.links(document, step, reply).forEach(linked::put);
        } else {
            open.put(step.toString(), reply.status() + " " + reply.text());
        }
    }

    /** Whether the answer reports a missing Druid: the tests of this module run without one. */
    private static boolean storeIsMissing(Reply reply) {
        return reply.status() == 503 && reply.text().contains("\"analytics_unavailable\"");
    }

    /** Sends an event stream's operation as HEAD, since its body has no end. */
    private Operation sent(Operation operation) {
        boolean streams = document.response(operation, 200) != null
                && document.response(operation, 200).path("content").has("text/event-stream");
        return streams ? new Operation("HEAD", operation.path(), operation.node(), operation.parameters()) : operation;
    }

    private Map<String, String> parameters(Operation operation) {
        Map<String, String> values = new TreeMap<>();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("required").booleanValue()) {
                values.put(parameter.path("name").textValue(), value(operation, parameter));
            }
        }
        values.putAll(linked.getOrDefault(operation.id(), Map.of()));
        return values;
    }

    private String value(Operation operation, JsonNode parameter) {
        String own = known.get(operation.id() + "." + parameter.path("name").textValue());
        if (own != null) {
            return own;
        }
        if (parameter.has("example")) {
            return parameter.path("example").asText();
        }
        return text(parameter.path("name").textValue(), document.resolved(parameter.path("schema")));
    }

    private String text(String name, JsonNode schema) {
        if (known.containsKey(name)) {
            return known.get(name);
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0).asText();
        }
        return schema.has(EXAMPLES)
                ? schema.path(EXAMPLES).path(0).asText()
                : PatternSampler.sample(schema.path("pattern").asText("^a$"), new Random(1));
    }

    private JsonNode body(Operation operation) {
        JsonNode schema = document.body(operation);
        if (schema == null || schema.has(EXAMPLES)) {
            return schema == null ? null : schema.path(EXAMPLES).path(0);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        schema.path("required")
                .forEach(name -> body.put(
                        name.textValue(),
                        text(
                                name.textValue(),
                                document.resolved(schema.path("properties").path(name.textValue())))));
        return body;
    }

    /** The successful requests, by operation. */
    public Map<String, Step> steps() {
        return new LinkedHashMap<>(done);
    }

    /** The answers of the successful requests, by operation. */
    public Map<String, Reply> replies() {
        return new TreeMap<>(replies);
    }

    /** The operations that have not succeeded. */
    @Override
    public String toString() {
        return open.toString();
    }
}
