package com.fusioncommerce.trials.checker;

import java.util.Locale;
import java.util.Map;

/** Where an order can stand, and the events that may follow there. */
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

    /** Where an event leads, or null where it may not come. */
    OrderStage after(String event) {
        return STEPS.getOrDefault(this, Map.of()).get(event);
    }

    /** What an event does to the number of orders that live: 1, -1 or 0. */
    static int signOf(String event) {
        return switch (event) {
            case CREATED_EVENT -> 1;
            case REFUSED_EVENT, REJECTED_EVENT, CANCELLED_EVENT, EXPIRED_EVENT -> -1;
            default -> 0;
        };
    }

    /** Whether it waits for something that comes by itself. */
    boolean waits() {
        return this == PENDING || this == RESERVED;
    }

    /** Whether its units are held, or asked for. */
    boolean lives() {
        return waits() || this == CONFIRMED;
    }

    /** As the API has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
