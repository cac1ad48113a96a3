package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer that an operation gives when all goes well.
 *
 * @param status HTTP status
 * @param description a sentence about it
 * @param mediaType of its body; empty where there is none
 * @param schema of its body; null where there is none
 * @param headers that it has
 * @param links what a client may do next with it
 */
public record Answer(
        int status, String description, String mediaType, Schema schema, List<Header> headers, List<Link> links) {

    /** A header that answers have. */
    public enum Header {
        LOCATION("Location"),
        CONSISTENCY_TOKEN("Consistency-Token"),
        ETAG("ETag"),
        SET_COOKIE("Set-Cookie");

        private final String text;

        Header(String text) {
            this.text = text;
        }

        /** Its name on the wire. */
        String text() {
            return text;
        }
    }

    /** Copies the lists. */
    public Answer {
        headers = List.copyOf(headers);
        links = List.copyOf(links);
    }

    /** JSON. */
    public static Answer json(int status, String description, Schema schema) {
        return of(status, description, Reply.JSON, schema);
    }

    /** A body of another media type. */
    public static Answer of(int status, String description, String mediaType, Schema schema) {
        return new Answer(status, description, mediaType, schema, List.of(), List.of());
    }

    /** No body. */
    public static Answer empty(int status, String description) {
        return of(status, description, "", null);
    }

    /** The same with headers. */
    public Answer with(Header... more) {
        List<Header> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return new Answer(status, description, mediaType, schema, all, links);
    }

    /** The same with links. */
    public Answer leading(List<Link> to) {
        return new Answer(status, description, mediaType, schema, headers, to);
    }
}
