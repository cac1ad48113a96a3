package com.fusioncommerce.api.events;

import com.fusioncommerce.api.web.Principal;
import java.util.Set;

/** One reader of its tenant's events: what it wants, and how far it has come. Used by one thread at a time. */
final class Subscriber {
    private final Principal principal;
    private final Set<String> types;
    private final SseConnection connection;
    private EventPosition position;

    /** Reads events of these types, all if there are none. */
    Subscriber(Principal principal, Set<String> types, SseConnection connection) {
        this.principal = principal;
        this.types = Set.copyOf(types);
        this.connection = connection;
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
        return connection.offer(event.frame(position));
    }

    /** Keeps the stream alive, until the token that opened it ends. */
    void tick(long now) {
        if (principal.expiresAt() <= now) {
            connection.end("fusion.expired", "{\"detail\":\"The token has expired.\"}");
        } else {
            connection.heartbeat();
        }
    }

    private boolean wants(LogEvent event) {
        return event.tenant().equals(principal.tenant()) && (types.isEmpty() || types.contains(event.type()));
    }
}
