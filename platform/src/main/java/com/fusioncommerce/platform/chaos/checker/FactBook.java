package com.fusioncommerce.platform.chaos.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

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
    private final List<String> unreadable = new ArrayList<>();

    void order(Message fact) {
        events.computeIfAbsent(fact.key(), key -> new HashMap<>()).merge(fact.text("event"), 1, Integer::sum);
    }

    void line(Message fact) {
        lines.merge(fact.key(), 1, Integer::sum);
    }

    void unreadable(ConsumerRecord<byte[], byte[]> row) {
        unreadable.add(row.topic() + "-" + row.partition() + "@" + row.offset());
    }

    Verdict.Finding oneRowEach(OrderBook orders, Moment moment) {
        Property property = new Property("analytics has one row for each event and line of an order");
        for (OrderLife order : orders.all()) {
            if (moment.settled(order.lastAt)) {
                Map<String, Integer> expected = new HashMap<>(order.events);
                expected.keySet().retainAll(EVENTS_WITH_ROWS);
                Map<String, Integer> rows = new HashMap<>(events.getOrDefault(order.key, Map.of()));
                if (!moment.drained()) {
                    // What came after the events were read.
                    rows.keySet().retainAll(expected.keySet());
                }
                property.holds(rows.equals(expected), order.key, "has rows " + rows + " of events " + expected);
                int rowsOfLines = lines.getOrDefault(order.key, 0);
                property.holds(
                        rowsOfLines == order.lines,
                        order.key,
                        "has " + rowsOfLines + " rows of its " + order.lines + " lines");
            }
        }
        unreadable.forEach(place -> property.gap(place, "cannot be read by its schema"));
        for (String key : events.keySet()) {
            if (moment.drained() && orders.get(key) == null) {
                property.gap(key, "has rows, but no events");
            }
        }
        return property.finding();
    }
}
