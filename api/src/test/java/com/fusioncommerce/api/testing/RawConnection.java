package com.fusioncommerce.api.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A connection that sends raw bytes and reads answers by the framing of HTTP/1.1. The next read finds bytes that belong
 * to no answer.
 */
public final class RawConnection implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;
    private static final int LONGEST_LINE = 64 << 10;

    private final Socket socket;
    private final InputStream in;

    /** Connects to a local port. */
    public RawConnection(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 64 << 10);
    }

    /**
     * An answer.
     *
     * @param headers by name in lower case; fields of one name are joined by commas
     * @param body without chunk frames, decoded as UTF-8
     */
    public record Answer(int status, Map<String, String> headers, String body) {
        /** A header, or null. */
        public String header(String name) {
            return headers.get(name);
        }

        /** The media type without parameters, or null. */
        public String mediaType() {
            String type = header("content-type");
            return type == null ? null : type.split(";", -1)[0].trim();
        }

        /** Whether the body ends with the connection; it was not read. */
        public boolean isStream() {
            return status == 200 && "text/event-stream".equals(mediaType());
        }

        /** Whether the server closes the connection after this answer. */
        public boolean closes() {
            return "close".equalsIgnoreCase(header("connection"));
        }
    }

    /** Sends raw bytes. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Sends a text with one byte per character. */
    public void send(String text) throws IOException {
        send(text.getBytes(ISO_8859_1));
    }

    /** Closes the output: nothing more is sent. */
    public void end() throws IOException {
        socket.shutdownOutput();
    }

    /**
     * Reads the next answer, skipping interim ones (1xx).
     *
     * @param head whether the request was a HEAD, whose answer has no body
     */
    public Answer answer(boolean head) throws IOException {
        while (true) {
            int status = status(line());
            Map<String, String> headers = headers();
            if (status >= 200) {
                boolean empty = head
                        || status == 204
                        || status == 304
                        || headers.getOrDefault("content-type", "").startsWith("text/event-stream");
                return new Answer(status, headers, empty ? "" : new String(body(headers), UTF_8));
            }
        }
    }

    /** The number of bytes until the server closes the connection. */
    public int left() throws IOException {
        return in.readAllBytes().length;
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.1 [1-5][0-9]{2}( .*)?")) {
            throw new IOException("no status line: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("no header: " + line);
            }
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim(),
                    (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            return chunks();
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(exactly(size));
            line();
        }
        headers();
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the body ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("the connection ended after \"" + line.toString(ISO_8859_1) + "\"");
            }
            line.write(c);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
