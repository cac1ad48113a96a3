package com.fusioncommerce.trials.bench.connections;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The beginning of a line that comes byte by byte; of a long one only that is kept. */
final class Line {
    private static final int KEPT = 160;

    private final byte[] bytes = new byte[KEPT];
    private int length;

    /** Takes a byte; whether the line is whole. */
    boolean add(byte next) {
        if (next == '\n') {
            return true;
        }
        if (length < KEPT && next != '\r') {
            bytes[length++] = next;
        }
        return false;
    }

    /** Begins the next line. */
    void clear() {
        length = 0;
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean startsWith(String text) {
        if (length < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** What is kept of it, from there on. */
    String from(int start) {
        return new String(bytes, start, length - start, ISO_8859_1);
    }
}
