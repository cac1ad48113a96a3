package com.fusioncommerce.trials.bench.failover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * HTTP client with one connection per request and no retries: clients with kept-alive connections silently resend a
 * request if the server has closed the connection.
 */
final class OneRequestClient {
    private static final int CONNECT_MS = 1_000;
    private static final String HEAD_END = "\r\n\r\n";

    private final Duration timeout;

    /** A client with this timeout for answers. */
    OneRequestClient(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param head status line and headers
     */
    record Reply(int status, String head, String body) {
        Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }
    }

    Reply get(URI node, String path, String headers) throws IOException {
        return send(node, "GET " + path + head(node, headers) + "\r\n");
    }

    Reply post(URI node, String path, String headers, String json) throws IOException {
        String more =
                headers + "Content-Type: application/json\r\nContent-Length: " + json.getBytes(UTF_8).length + "\r\n";
        return send(node, "POST " + path + head(node, more) + "\r\n" + json);
    }

    private static String head(URI node, String headers) {
        return " HTTP/1.1\r\nHost: " + node.getAuthority() + "\r\nConnection: close\r\n" + headers;
    }

    private Reply send(URI node, String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(new InetSocketAddress(node.getHost(), node.getPort()), CONNECT_MS);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return parse(new String(socket.getInputStream().readAllBytes(), UTF_8));
        }
    }

    private static Reply parse(String text) throws IOException {
        int end = text.indexOf(HEAD_END);
        if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
            throw new IOException("the connection ended without an answer");
        }
        int status = Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
        return new Reply(status, text.substring(0, end), text.substring(end + HEAD_END.length()));
    }
}
