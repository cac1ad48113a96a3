package com.fusioncommerce.trials.checker;

import java.util.Locale;
import java.util.Map;

/** States of an order, with the legal events in each. */
enum OrderStage {
    NONE,
    PENDING,
    RESERVED,
    CONFIRMED,
    REFUSED,
    REJECTED,
    CANCELLED,
    EXPIRED;

    static final String CREATED_EVENT = "order.created";
    static final String POOL_RESERVED_EVENT = "order.pool_reserved";
    static final String RESERVED_EVENT = "order.reserved";
    static final String ASSESSED_EVENT = "order.assessed";
    static final String REFUSED_EVENT = "order.refused";
    static final String CONFIRMED_EVENT = "order.confirmed";
    static final String REJECTED_EVENT = "order.rejected";
    static final String CANCELLED_EVENT = "order.cancelled";
    static final String EXPIRED_EVENT = "order.expired";

    private static final Map<OrderStage, Map<String, OrderStage>> STEPS = Map.of(
            NONE, Map.of(CREATED_EVENT, PENDING),
            PENDING,
                    Map.of(
                            POOL_RESERVED_EVENT, PENDING,
                            ASSESSED_EVENT, PENDING,
                            RESERVED_EVENT, RESERVED,
                            REFUSED_EVENT, REFUSED,
                            CANCELLED_EVENT, CANCELLED,
                            EXPIRED_EVENT, EXPIRED),
            RESERVED,
                    Map.of(
                            CONFIRMED_EVENT, CONFIRMED,
                            REJECTED_EVENT, REJECTED,
                            CANCELLED_EVENT, CANCELLED),
            CONFIRMED, Map.of(CANCELLED_EVENT, CANCELLED));

    /** The next state after an event; null if the event is illegal. */
    OrderStage after(String event) {
        return STEPS.getOrDefault(this, Map.of()).get(event);
    }

    /** Change of the number of live orders by an event: 1, -1 or 0. */
    static int signOf(String event) {
        return switch (event) {
            case CREATED_EVENT -> 1;
            case REFUSED_EVENT, REJECTED_EVENT, CANCELLED_EVENT, EXPIRED_EVENT -> -1;
            default -> 0;
        };
    }

    /** Whether the state ends by itself. */
    boolean waits() {
        return this == PENDING || this == RESERVED;
    }

    /** Whether units are reserved or requested for the order. */
    boolean lives() {
        return waits() || this == CONFIRMED;
    }

    /** The state's name in the API. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
