package com.fusioncommerce.trials.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Incremental parser of HTTP/1.1 responses with a content length. */
final class ResponseParser {
    private static final int FIRST = 1 << 10;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_END = STATUS_AT + 3;
    private static final int UNKNOWN = -1;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private byte[] bytes = new byte[FIRST];
    private int filled;
    private int bodyAt = UNKNOWN;
    private int end;

    /** Consumes all bytes of a buffer. */
    void feed(ByteBuffer more) {
        int count = more.remaining();
        if (filled + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, filled + count));
        }
        more.get(bytes, filled, count);
        filled += count;
    }

    /**
     * Whether a complete response was read.
     *
     * @throws IllegalStateException if the bytes are no response, or it has no content length
     */
    boolean isWhole() {
        if (bodyAt == UNKNOWN) {
            int headEnd = headEnd();
            if (headEnd == UNKNOWN) {
                return false;
            }
            bodyAt = headEnd;
            end = bodyAt + length();
        }
        return filled >= end;
    }

    int status() {
        int status = 0;
        for (int i = STATUS_AT; i < STATUS_END; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalStateException("no HTTP response: " + new String(bytes, 0, STATUS_END, UTF_8));
            }
            status = status * 10 + digit;
        }
        return status;
    }

    /**
     * A header's value.
     *
     * @param name in lower case
     */
    Optional<String> header(String name) {
        int line = STATUS_END;
        while (line < bodyAt) {
            int lineEnd = line;
            while (bytes[lineEnd] != '\r') {
                lineEnd++;
            }
            if (isNamed(line, lineEnd, name)) {
                return Optional.of(
                        new String(bytes, line + name.length() + 1, lineEnd - line - name.length() - 1, UTF_8).trim());
            }
            line = lineEnd + 2;
        }
        return Optional.empty();
    }

    String body() {
        return new String(bytes, bodyAt, end - bodyAt, UTF_8);
    }

    /** Drops the complete response; bytes after it stay. */
    void next() {
        System.arraycopy(bytes, end, bytes, 0, filled - end);
        filled -= end;
        bodyAt = UNKNOWN;
    }

    private int headEnd() {
        for (int i = 3; i < filled; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return UNKNOWN;
    }

    private int length() {
        Optional<String> length = header("content-length");
        if (length.isPresent()) {
            return Integer.parseInt(length.get());
        }
        int status = status();
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            return 0;
        }
        throw new IllegalStateException("a response with status " + status + " that does not say its length");
    }

    private boolean isNamed(int from, int to, String name) {
        if (to - from <= name.length() || bytes[from + name.length()] != ':') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase(bytes[from + i]) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
