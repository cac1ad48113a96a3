package com.fusioncommerce.trials.bench.connections;

import java.nio.ByteBuffer;

/**
 * Incremental parser of server-sent events over chunked HTTP/1.1: extracts each event's type and the id at the start of
 * its data, and skips the rest.
 */
final class EventStream {
    private static final String STATUS = "HTTP/1.1 ";
    private static final String OK = "200";
    private static final String EVENT = "event: ";
    private static final String DATA = "data: ";
    private static final String ID = "\"id\":\"";
    private static final int HEX = 16;

    private final Listener listener;
    private final Line protocol = new Line();
    private final Line content = new Line();
    private Part part = Part.STATUS;
    private int left;
    private String type = "";
    private String id = "";

    /** Listener for events. */
    @FunctionalInterface
    interface Listener {
        /** An event was received; {@code id} is empty if its data has none. */
        void event(String type, String id);
    }

    private enum Part {
        STATUS,
        HEADERS,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        ENDED
    }

    EventStream(Listener listener) {
        this.listener = listener;
    }

    /** Whether the response had status 200 and has not ended. */
    boolean isOpen() {
        return part != Part.STATUS && part != Part.HEADERS && part != Part.ENDED;
    }

    /**
     * Parses the next bytes.
     *
     * @throws IllegalStateException if the status is not 200
     */
    void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (part == Part.CHUNK) {
                chunk(bytes);
            } else if (protocol.add(bytes.get())) {
                line();
                protocol.clear();
            }
        }
    }

    private void line() {
        switch (part) {
            case STATUS -> {
                if (!protocol.startsWith(STATUS + OK)) {
                    throw new IllegalStateException("answered " + protocol.from(0));
                }
                part = Part.HEADERS;
            }
            case HEADERS -> {
                if (protocol.isEmpty()) {
                    part = Part.CHUNK_SIZE;
                }
            }
            case CHUNK_SIZE -> {
                left = Integer.parseInt(protocol.from(0), HEX);
                part = left == 0 ? Part.ENDED : Part.CHUNK;
            }
            case CHUNK_END -> part = Part.CHUNK_SIZE;
            default -> {}
        }
    }

    private void chunk(ByteBuffer bytes) {
        int count = Math.min(left, bytes.remaining());
        for (int i = 0; i < count; i++) {
            if (content.add(bytes.get())) {
                field();
                content.clear();
            }
        }
        left -= count;
        if (left == 0) {
            part = Part.CHUNK_END;
        }
    }

    private void field() {
        if (content.startsWith(EVENT)) {
            type = content.from(EVENT.length());
        } else if (content.startsWith(DATA)) {
            String data = content.from(DATA.length());
            int start = data.indexOf(ID) + ID.length();
            id = start < ID.length() ? "" : data.substring(start, Math.max(start, data.indexOf('"', start)));
        } else if (content.isEmpty() && !type.isEmpty()) {
            listener.event(type, id);
            type = "";
            id = "";
        }
    }
}
