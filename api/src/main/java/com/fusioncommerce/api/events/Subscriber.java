package com.fusioncommerce.api.events;

import com.fusioncommerce.api.threads.Holder;
import com.fusioncommerce.api.web.Principal;
import java.util.Set;

/** One reader of its tenant's events: its filter and its position. Used by one thread at a time. */
final class Subscriber {
    private final Principal reader;
    private final String keptTo;
    private final Set<String> types;
    private final SseConnection connection;
    private EventPosition position;

    /** Creates a reader of these event types, all if empty, restricted to what the reader may access. */
    Subscriber(Principal reader, Set<String> types, SseConnection connection) {
        this.reader = reader;
        this.keptTo = reader.keptTo();
        this.types = Set.copyOf(types);
        this.connection = connection;
    }

    Holder holder() {
        return reader.holder();
    }

    SseConnection connection() {
        return connection;
    }

    EventPosition position() {
        return position;
    }

    void startAt(EventPosition start) {
        position = start;
    }

    /**
     * Buffers an event, unless it is before the position or filtered out; false if the stream is closed. The
     * connection's next push sends it.
     */
    boolean take(LogEvent event) {
        if (!position.advance(event.partition(), event.offset()) || !wants(event)) {
            return !connection.isClosed();
        }
        return connection.offer(event.frame(position, reader));
    }

    private boolean wants(LogEvent event) {
        return event.tenant().equals(reader.tenant())
                && (keptTo == null || isOwn(event.customer()))
                && (types.isEmpty() || types.contains(event.type()));
    }

    /**
     * Whether the reader's customer owns the event. Every stream checks every event and few match, so the cheapest
     * check is first.
     */
    private boolean isOwn(String customer) {
        return keptTo.equals(customer) && reader.reaches(customer);
    }
}
