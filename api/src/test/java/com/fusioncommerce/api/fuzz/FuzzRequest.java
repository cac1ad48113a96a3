package com.fusioncommerce.api.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.fuzz.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * A request in parts, which can be left out to minimize a failing request.
 *
 * @param operation target operation, or null if the request line does not determine it
 * @param line the request line
 * @param headers header lines, without those that frame the body
 * @param body one character per byte; null without a body
 * @param chunked whether the body is sent in chunks
 */
public record FuzzRequest(Operation operation, String line, List<String> headers, String body, boolean chunked) {
    /** Copies the headers. */
    public FuzzRequest {
        headers = List.copyOf(headers);
    }

    /** The UTF-8 bytes of a text as characters. */
    static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    boolean isHead() {
        return line.startsWith("HEAD ");
    }

    boolean isStream() {
        return operation != null && operation.path().equals("/v1/events");
    }

    /**
     * Whether no request may follow on the same connection: only a known operation leaves the connection in a defined
     * state.
     */
    boolean endsBatch() {
        return operation == null || isStream() || bytes().length > 8_000;
    }

    /** The request's bytes on the wire. */
    byte[] bytes() {
        return text().getBytes(ISO_8859_1);
    }

    private String text() {
        StringBuilder text = new StringBuilder(line).append("\r\n");
        headers.forEach(header -> text.append(header).append("\r\n"));
        if (body != null && chunked) {
            int half = body.length() / 2;
            text.append("Transfer-Encoding: chunked\r\n\r\n");
            chunk(text, body.substring(0, half));
            chunk(text, body.substring(half));
            return text.append("0\r\n\r\n").toString();
        }
        if (body != null) {
            text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return text.append("\r\n").append(body == null ? "" : body).toString();
    }

    private static void chunk(StringBuilder text, String part) {
        if (!part.isEmpty()) {
            text.append(Integer.toHexString(part.length()))
                    .append("\r\n")
                    .append(part)
                    .append("\r\n");
        }
    }

    /** All requests with one part less. */
    List<FuzzRequest> smaller() {
        List<FuzzRequest> all = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            List<String> fewer = new ArrayList<>(headers);
            fewer.remove(i);
            all.add(new FuzzRequest(operation, line, fewer, body, chunked));
        }
        int query = line.indexOf('?');
        if (query > 0 && line.lastIndexOf(' ') > query) {
            String without = line.substring(0, query) + line.substring(line.lastIndexOf(' '));
            all.add(new FuzzRequest(operation, without, headers, body, chunked));
        }
        if (chunked) {
            all.add(new FuzzRequest(operation, line, headers, body, false));
        }
        if (body != null && !body.isEmpty()) {
            all.add(new FuzzRequest(operation, line, headers, body.substring(0, body.length() / 2), chunked));
            all.add(new FuzzRequest(operation, line, headers, body.substring(body.length() / 2), chunked));
        }
        return all;
    }

    /** The request as a Java string literal, without tokens. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder();
        String text =
                text().replaceAll("Bearer [A-Za-z0-9_-]{40,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+", "Bearer <token>");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\r' -> shown.append("\\r");
                case '\n' -> shown.append("\\n\n");
                default -> shown.append(c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : Character.toString(c));
            }
        }
        return shown.toString();
    }
}
