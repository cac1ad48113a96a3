package com.fusioncommerce.api;

import com.fusioncommerce.api.operations.Answer;
import com.fusioncommerce.api.operations.OpenApiWriter;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Tag;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.api.web.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The OpenAPI document, generated from the API's operations, for people and for client generators. */
final class OpenApiDocument {
    private static final String LICENSE = "LicenseRef-All-Rights-Reserved";

    private final List<Operation> operations;
    private final byte[] json;

    /** Describes these operations and the operation that serves the document. */
    OpenApiDocument(List<Operation> described) {
        List<Operation> all = new ArrayList<>(described);
        all.add(Operation.get("getOpenApi", "/openapi.json")
                .titled(Tag.OPERATIONS, "This document")
                .open(Access.open())
                .answers(Answer.json(200, "OpenAPI 3.1.", Schema.of("object")))
                .does((backend, in) -> Reply.bytes(200, Reply.JSON, json())
                        .with("Cache-Control", "public, max-age=300")
                        .now()));
        this.operations = List.copyOf(all);
        this.json = Json.pretty(OpenApiWriter.document(head(), operations));
    }

    /** All operations of the API. */
    List<Operation> operations() {
        return operations;
    }

    /** The document as JSON. */
    byte[] json() {
        return json;
    }

    private static Map<String, Object> head() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "FusionCommerce");
        info.put("version", "1.0.0");
        info.put(
                "description",
                "Event-driven, multi-tenant commerce. The tenant is the token's. Every error is a problem (RFC 9457) with a"
                        + " stable code; schema Problem lists them. A write is answered from the outcome of its command; one"
                        + " that takes too long is answered with 202 and the address of its status. HEAD is answered as GET"
                        + " is, without the body.");
        info.put("license", entry("name", "All rights reserved", "identifier", LICENSE));
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("openapi", "3.1.0");
        head.put("info", info);
        head.put("servers", List.of(Map.of("url", "/")));
        return head;
    }

    private static Map<String, String> entry(String first, String value, String second, String other) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put(first, value);
        entry.put(second, other);
        return entry;
    }
}
