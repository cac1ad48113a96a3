package com.fusioncommerce.trials.bench.peers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;

/**
 * One kept-alive HTTP/1.1 connection with one request at a time: the cheapest client, which leaves the processors to
 * the servers. Reconnects after the server has closed the connection. For one thread.
 */
final class HttpConnection implements AutoCloseable {
    private static final int PATIENCE_MS = 120_000;
    private static final int BUFFER = 16 << 10;
    private static final int STATUS_FROM = 9;
    private static final int STATUS_TO = 12;
    private static final int HEX = 16;

    private final InetSocketAddress address;
    private final String host;
    private Socket socket;
    private InputStream in;

    HttpConnection(URI base) {
        this.address = new InetSocketAddress(base.getHost(), base.getPort());
        this.host = base.getHost() + ":" + base.getPort();
    }

    HttpAnswer get(String path, Map<String, String> headers) throws IOException {
        return send("GET", path, headers, null);
    }

    HttpAnswer post(String path, Map<String, String> headers, String json) throws IOException {
        return send("POST", path, headers, json);
    }

    /** Sends a request, with a JSON body unless that is null, and reads the whole response. */
    HttpAnswer send(String method, String path, Map<String, String> headers, String json) throws IOException {
        byte[] body = json == null ? new byte[0] : json.getBytes(UTF_8);
        StringBuilder head = new StringBuilder(256);
        head.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host);
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        if (json != null) {
            head.append("\r\nContent-Type: application/json\r\nContent-Length: ")
                    .append(body.length);
        }
        byte[] start = head.append("\r\n\r\n").toString().getBytes(ISO_8859_1);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        try {
            open();
            socket.getOutputStream().write(request);
            HttpAnswer answer = read();
            if ("close".equalsIgnoreCase(answer.header("Connection"))) {
                close();
            }
            return answer;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(address, PATIENCE_MS);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        }
    }

    private HttpAnswer read() throws IOException {
        String statusLine = line();
        StringBuilder head = new StringBuilder(512).append(statusLine);
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append("\r\n").append(line);
        }
        int status = Integer.parseInt(statusLine.substring(STATUS_FROM, STATUS_TO));
        HttpAnswer answer = new HttpAnswer(status, head.toString(), "");
        String length = answer.header("Content-Length");
        if (length != null) {
            return new HttpAnswer(status, answer.head(), new String(exactly(Integer.parseInt(length)), UTF_8));
        }
        return "chunked".equalsIgnoreCase(answer.header("Transfer-Encoding"))
                ? new HttpAnswer(status, answer.head(), chunks())
                : answer;
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), HEX); size > 0; size = Integer.parseInt(line(), HEX)) {
            body.writeBytes(exactly(size));
            line();
        }
        line();
        return body.toString(UTF_8);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the server hung up in the middle of an answer");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // The connection is not used any more.
            }
            socket = null;
        }
    }
}
