package com.fusioncommerce.trials.checker;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** All orders, folded from their events. */
final class OrderBook {
    /** Limit for reserved orders, far longer than the fraud gate's deadline. */
    private static final Duration LONGEST_RESERVED = Duration.ofMinutes(1);

    /** Limit for pending orders, longer than the reservations' deadline of 15 minutes by default. */
    private static final Duration LONGEST_PENDING = Duration.ofMinutes(20);

    private final Property steps = new Property("every order takes legal steps");
    private final Map<String, OrderLife> orders = new TreeMap<>();

    void take(Message event) {
        OrderLife order = orders.computeIfAbsent(event.key(), OrderLife::new);
        steps.examined();
        order.take(event).ifPresent(wrong -> steps.gap(event.key(), wrong));
    }

    OrderLife get(String key) {
        return orders.get(key);
    }

    Collection<OrderLife> all() {
        return orders.values();
    }

    Verdict.Finding legalSteps() {
        return steps.finding();
    }

    /** Checks that no order waits for longer than the longest time; if drained, that none waits. */
    Verdict.Finding settled(Moment moment) {
        Property property = new Property("every order comes to a decision");
        for (OrderLife order : orders.values()) {
            Duration patience = order.stage == OrderStage.PENDING ? LONGEST_PENDING : LONGEST_RESERVED;
            boolean late = moment.drained() || order.lastAt < moment.at() - patience.toMillis();
            property.holds(
                    order.summary == null || !order.stage.waits() || !late,
                    order.key,
                    "is still " + order.stage.word() + ", its last event came at "
                            + Instant.ofEpochMilli(order.lastAt));
        }
        return property.finding();
    }
}
