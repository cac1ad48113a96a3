package com.fusioncommerce.trials.bench.connections;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A line received byte by byte; only the beginning of a long line is kept. */
final class Line {
    private static final int KEPT = 160;

    private final byte[] bytes = new byte[KEPT];
    private int length;

    /** Adds a byte; returns whether the line is complete. */
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

    /** The kept part of the line from an index on. */
    String from(int start) {
        return new String(bytes, start, length - start, ISO_8859_1);
    }
}
