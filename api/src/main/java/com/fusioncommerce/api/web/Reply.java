package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A complete answer. */
public final class Reply {
    /** Media type of answers. */
    public static final String JSON = "application/json";

    /** Media type of problems. */
    public static final String PROBLEM = "application/problem+json";

    private static final int HEAD_BYTES = 300;

    private final int status;
    private final String contentType;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Stream stream;
    private final boolean shared;

    private Reply(
            int status, String contentType, Map<String, String> headers, byte[] body, Stream stream, boolean shared) {
        this.status = status;
        this.contentType = contentType;
        this.headers = headers;
        this.body = body;
        this.stream = stream;
        this.shared = shared;
    }

    /** An answer with a body as JSON. */
    public static Reply json(int status, Object body) {
        return bytes(status, JSON, Json.write(body));
    }

    /** 200 with a body as JSON. */
    public static Reply ok(Object body) {
        return json(200, body);
    }

    /** An answer with a text body. */
    public static Reply text(int status, String contentType, String body) {
        return bytes(status, contentType, body.getBytes(UTF_8));
    }

    /** An answer with a body of bytes, which are not copied. */
    public static Reply bytes(int status, String contentType, byte[] body) {
        return new Reply(status, contentType, Map.of(), body, null, false);
    }

    /** An answer with a streamed body; only for synchronous answers. */
    public static Reply streaming(String contentType, Stream stream) {
        return new Reply(200, contentType, Map.of(), new byte[0], stream, false);
    }

    /** An answer without a body. */
    public static Reply empty(int status) {
        return new Reply(status, null, Map.of(), new byte[0], null, false);
    }

    /** This answer with an additional header; unchanged if the value is null. */
    public Reply with(String name, String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, contentType, Collections.unmodifiableMap(more), body, stream, shared);
    }

    /** This answer, marked as cached: its body is in memory anyway, and so does not count as held by a slow client. */
    public Reply shared() {
        return new Reply(status, contentType, headers, body, stream, true);
    }

    /** This answer as a completed future. */
    public CompletableFuture<Reply> now() {
        return CompletableFuture.completedFuture(this);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The media type, null without a body. */
    public String contentType() {
        return contentType;
    }

    /** The headers except the media type. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Approximate size in memory, in bytes. */
    public int size() {
        return HEAD_BYTES + body.length;
    }

    /** The body, which is not copied. */
    public byte[] body() {
        return body;
    }

    /** Whether the body is cached in memory anyway. */
    boolean isShared() {
        return shared;
    }

    /** The writer of a streamed body, null for a body of bytes. */
    Stream stream() {
        return stream;
    }
}
