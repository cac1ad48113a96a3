package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * A successful answer of an operation.
 *
 * @param status HTTP status
 * @param description a sentence about the answer
 * @param mediaType media type of the body; empty without a body
 * @param schema schema of the body; null without a body
 * @param headers headers of the answer
 * @param links operations that a client may call next
 */
public record Answer(
        int status, String description, String mediaType, Schema schema, List<Header> headers, List<Link> links) {

    /** A header of answers. */
    public enum Header {
        LOCATION("Location"),
        CONSISTENCY_TOKEN("Consistency-Token"),
        ETAG("ETag"),
        SET_COOKIE("Set-Cookie");

        private final String text;

        Header(String text) {
            this.text = text;
        }

        /** The header's name in HTTP. */
        String text() {
            return text;
        }
    }

    /** Copies the lists. */
    public Answer {
        headers = List.copyOf(headers);
        links = List.copyOf(links);
    }

    /** An answer with a JSON body. */
    public static Answer json(int status, String description, Schema schema) {
        return of(status, description, Reply.JSON, schema);
    }

    /** An answer with a body of another media type. */
    public static Answer of(int status, String description, String mediaType, Schema schema) {
        return new Answer(status, description, mediaType, schema, List.of(), List.of());
    }

    /** An answer without a body. */
    public static Answer empty(int status, String description) {
        return of(status, description, "", null);
    }

    /** This answer with additional headers. */
    public Answer with(Header... more) {
        List<Header> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return new Answer(status, description, mediaType, schema, all, links);
    }

    /** This answer with links. */
    public Answer leading(List<Link> to) {
        return new Answer(status, description, mediaType, schema, headers, to);
    }
}
