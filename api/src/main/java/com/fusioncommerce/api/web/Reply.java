package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** An answer, whole. */
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

    /** An answer with a text. */
    public static Reply text(int status, String contentType, String body) {
        return bytes(status, contentType, body.getBytes(UTF_8));
    }

    /** An answer with bytes as they are; they are not copied. */
    public static Reply bytes(int status, String contentType, byte[] body) {
        return new Reply(status, contentType, Map.of(), body, null, false);
    }

    /** An answer whose body goes on; only where the answer is known at once. */
    public static Reply streaming(String contentType, Stream stream) {
        return new Reply(200, contentType, Map.of(), new byte[0], stream, false);
    }

    /** An answer without a body. */
    public static Reply empty(int status) {
        return new Reply(status, null, Map.of(), new byte[0], null, false);
    }

    /** The same with a header more; nothing changes where the value is null. */
    public Reply with(String name, String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, contentType, Collections.unmodifiableMap(more), body, stream, shared);
    }

    /** The same, where its body is kept in memory anyway: whoever is slow to read it holds nothing that others could use. */
    public Reply shared() {
        return new Reply(status, contentType, headers, body, stream, true);
    }

    /** The same, known already. */
    public CompletableFuture<Reply> now() {
        return CompletableFuture.completedFuture(this);
    }

    /** Its HTTP status. */
    public int status() {
        return status;
    }

    /** Its media type, null where there is no body. */
    public String contentType() {
        return contentType;
    }

    /** Its headers but for the media type. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Bytes of memory that it takes, about. */
    public int size() {
        return HEAD_BYTES + body.length;
    }

    /** Its body; not copied. */
    public byte[] body() {
        return body;
    }

    /** Whether its body is kept in memory anyway. */
    boolean isShared() {
        return shared;
    }

    /** What writes its body, null where that is bytes. */
    Stream stream() {
        return stream;
    }
}
