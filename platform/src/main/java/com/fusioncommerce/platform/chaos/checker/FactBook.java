package com.fusioncommerce.platform.chaos.checker;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The rows that analytics made of orders, held against the orders' events. */
final class FactBook {
    /** What analysts ask for; steps in between have no rows. */
    static final Set<String> EVENTS_WITH_ROWS = Set.of(
            OrderStage.CREATED_EVENT,
            OrderStage.RESERVED_EVENT,
            OrderStage.REFUSED_EVENT,
            OrderStage.EXPIRED_EVENT,
            OrderStage.CONFIRMED_EVENT,
            OrderStage.REJECTED_EVENT,
            OrderStage.CANCELLED_EVENT);

    private final Map<String, Map<String, Integer>> events = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    void order(Message fact) {
        events.computeIfAbsent(fact.key(), key -> new HashMap<>()).merge(fact.text("event"), 1, Integer::sum);
    }

    void line(Message fact) {
        lines.merge(fact.key(), 1, Integer::sum);
    }

    Verdict.Finding oneRowEach(OrderBook orders, Moment moment) {
        Property property = new Property("analytics has one row for each event and line of an order");
        for (OrderLife order : orders.all()) {
            if (moment.settled(order.lastAt)) {
                Map<String, Integer> expected = new HashMap<>(order.events);
                expected.keySet().retainAll(EVENTS_WITH_ROWS);
                Map<String, Integer> rows = events.getOrDefault(order.key, Map.of());
                property.holds(rows.equals(expected), order.key, "has rows " + rows + " of events " + expected);
                int rowsOfLines = lines.getOrDefault(order.key, 0);
                property.holds(
                        rowsOfLines == order.lines,
                        order.key,
                        "has " + rowsOfLines + " rows of its " + order.lines + " lines");
            }
        }
        for (String key : events.keySet()) {
            if (orders.get(key) == null) {
                property.gap(key, "has rows, but no events");
            }
        }
        return property.finding();
    }
}
