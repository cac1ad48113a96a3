package com.fusioncommerce.trials.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;

/** Renders HTTP/1.1 requests of one caller. */
public final class Requests {
    private static final byte[] LINE_END = {'\r', '\n'};

    private final byte[] headers;

    /** Renders requests to a server, with a bearer token. */
    public Requests(URI server, String token) {
        this.headers = (" HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer " + token + "\r\n")
                .getBytes(UTF_8);
    }

    /** A request without a body. */
    public byte[] get(String path) {
        return get(path, "");
    }

    /**
     * A request without a body.
     *
     * @param more further headers, each ended by CRLF
     */
    public byte[] get(String path, String more) {
        ByteArrayOutputStream request = head("GET ", path);
        request.writeBytes(more.getBytes(UTF_8));
        request.writeBytes(LINE_END);
        return request.toByteArray();
    }

    /** A request with a JSON body. */
    public byte[] post(String path, String json) {
        return post(path, json, "");
    }

    /**
     * A request with a JSON body.
     *
     * @param more further headers, each ended by CRLF
     */
    public byte[] post(String path, String json, String more) {
        byte[] body = json.getBytes(UTF_8);
        ByteArrayOutputStream request = head("POST ", path);
        request.writeBytes(more.getBytes(UTF_8));
        request.writeBytes(
                ("Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private ByteArrayOutputStream head(String method, String path) {
        ByteArrayOutputStream request = new ByteArrayOutputStream(headers.length + 512);
        request.writeBytes(method.getBytes(UTF_8));
        request.writeBytes(path.getBytes(UTF_8));
        request.writeBytes(headers);
        return request;
    }
}
