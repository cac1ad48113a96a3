package com.fusioncommerce.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.fuzz.ApiDocument.Operation;
import com.fusioncommerce.api.fuzz.Step.Reply;
import java.util.ArrayList;
import java.util.List;

/** Checks answers against the OpenAPI document: status, headers, media type and body. */
public final class Contract {
    private final ApiDocument document;

    /** Creates a check by a document. */
    public Contract(ApiDocument document) {
        this.document = document;
    }

    /** The mismatch of an answer with the document; empty if there is none. */
    public String misfit(Operation operation, Reply reply) {
        JsonNode response = document.response(operation, reply.status());
        if (response == null) {
            return "status " + reply.status() + " is not documented: " + reply.text();
        }
        List<String> wrong = new ArrayList<>();
        response.path("headers").fieldNames().forEachRemaining(name -> {
            if (reply.header(name) == null) {
                wrong.add("the header " + name + " is missing");
            }
        });
        String body = operation.method().equals("HEAD") ? "" : body(response.path("content"), reply);
        if (!body.isEmpty()) {
            wrong.add(body);
        }
        return String.join("; ", wrong);
    }

    private String body(JsonNode content, Reply reply) {
        if (content.isEmpty()) {
            return reply.text().isEmpty() ? "" : "a body where none is documented";
        }
        String type = String.valueOf(reply.header("Content-Type")).split(";", -1)[0];
        JsonNode media = content.has("*/*") ? content.path("*/*") : content.path(type);
        if (media.isMissingNode()) {
            return "the media type " + type + " is not documented";
        }
        return type.endsWith("json") ? document.misfit(media.path("schema"), reply.text()) : "";
    }
}
