package com.fusioncommerce.api.events;

import java.util.Set;

/** One reader of its tenant's events: what it wants, and how far it has come. Used by one thread at a time. */
final class Subscriber {
    private final String tenant;
    private final String customer;
    private final Set<String> types;
    private final SseConnection connection;
    private EventPosition position;

    /**
     * Reads a tenant's events of these types, all if there are none; for a shopper those about what belongs to a customer,
     * for others where {@code customer} is null.
     */
    Subscriber(String tenant, String customer, Set<String> types, SseConnection connection) {
        this.tenant = tenant;
        this.customer = customer;
        this.types = Set.copyOf(types);
        this.connection = connection;
    }

    String tenant() {
        return tenant;
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

    private boolean wants(LogEvent event) {
        return event.tenant().equals(tenant)
                && (customer == null || customer.equals(event.customer()))
                && (types.isEmpty() || types.contains(event.type()));
    }
}
