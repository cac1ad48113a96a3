package com.fusioncommerce.api.events;

import com.fusioncommerce.api.threads.Holder;
import com.fusioncommerce.api.web.Principal;
import java.util.Set;

/** One reader of its tenant's events: what it wants, and how far it has come. Used by one thread at a time. */
final class Subscriber {
    private final Principal reader;
    private final String keptTo;
    private final Set<String> types;
    private final SseConnection connection;
    private EventPosition position;

    /** Reads the events of these types, all if there are none, about what is within the reader's reach. */
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
     * Takes an event, unless it lies behind or is not for this reader; false if the stream is closed. It is sent with the
     * next push of the connection.
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

    /** Nearly no event is a shopper's own, and every stream looks at every event: what costs less is asked first. */
    private boolean isOwn(String customer) {
        return keptTo.equals(customer) && reader.reaches(customer);
    }
}
