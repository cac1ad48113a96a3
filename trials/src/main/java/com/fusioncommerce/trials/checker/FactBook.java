package com.fusioncommerce.trials.checker;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares the fact rows of analytics with the orders' events. */
final class FactBook {
    /** Events with fact rows; intermediate events have none. */
    static final Set<String> EVENTS_WITH_ROWS = Set.of(
            OrderStage.CREATED_EVENT,
            OrderStage.RESERVED_EVENT,
            OrderStage.REFUSED_EVENT,
            OrderStage.EXPIRED_EVENT,
            OrderStage.CONFIRMED_EVENT,
            OrderStage.REJECTED_EVENT,
            OrderStage.CANCELLED_EVENT);

    private final Map<String, Map<String, Rows>> orders = new HashMap<>();
    private final Map<String, Map<String, Rows>> lines = new HashMap<>();
    private final List<String> unreadable = new ArrayList<>();

    /** Rows of one event of an order: their number and signed sums. */
    private record Rows(long rows, BigInteger netUnits, BigInteger netRevenue) {
        static Rows of(long rows, long netUnits, long netRevenue) {
            return new Rows(rows, BigInteger.valueOf(netUnits), BigInteger.valueOf(netRevenue));
        }

        Rows plus(Rows other) {
            return new Rows(rows + other.rows, netUnits.add(other.netUnits), netRevenue.add(other.netRevenue));
        }

        @Override
        public String toString() {
            return rows + " of net " + netUnits + " units worth " + netRevenue;
        }
    }

    void order(Message fact) {
        add(orders, fact);
    }

    void line(Message fact) {
        add(lines, fact);
    }

    private static void add(Map<String, Map<String, Rows>> book, Message fact) {
        book.computeIfAbsent(fact.key(), key -> new HashMap<>())
                .merge(fact.text("event"), Rows.of(1, fact.number("netUnits"), fact.number("netRevenue")), Rows::plus);
    }

    void unreadable(ConsumerRecord<byte[], byte[]> row) {
        unreadable.add(row.topic() + "-" + row.partition() + "@" + row.offset());
    }

    Verdict.Finding oneRowEach(OrderBook book, Moment moment) {
        Property property = new Property("analytics has one row for each event and line of an order");
        for (OrderLife order : book.all()) {
            if (order.summary != null && moment.settled(order.lastAt)) {
                Map<String, Rows> expected = new HashMap<>();
                Map<String, Rows> expectedLines = new HashMap<>();
                order.events.forEach((event, times) -> {
                    if (EVENTS_WITH_ROWS.contains(event)) {
                        expected.put(event, rows(order, event, times));
                    }
                    if (OrderStage.signOf(event) != 0) {
                        expectedLines.put(event, rows(order, event, (long) times * order.lines));
                    }
                });
                agree(property, order, "rows", expected, orders, moment);
                agree(property, order, "rows of lines", expectedLines, lines, moment);
            }
        }
        unreadable.forEach(place -> property.gap(place, "cannot be read by its schema"));
        for (String key : orders.keySet()) {
            if (moment.drained() && book.get(key) == null) {
                property.gap(key, "has rows, but no events");
            }
        }
        return property.finding();
    }

    /** The expected rows of an event: together they are the whole order, with the event's sign. */
    private static Rows rows(OrderLife order, String event, long rows) {
        int sign = OrderStage.signOf(event);
        return Rows.of(rows, sign * order.summary.units(), sign * order.summary.total());
    }

    private static void agree(
            Property property,
            OrderLife order,
            String what,
            Map<String, Rows> expected,
            Map<String, Map<String, Rows>> book,
            Moment moment) {
        Map<String, Rows> found = new HashMap<>(book.getOrDefault(order.key, Map.of()));
        if (!moment.drained()) {
            // Rows of later events are ignored.
            found.keySet().retainAll(expected.keySet());
        }
        property.holds(
                found.equals(expected), order.key, "has " + what + " " + found + "; its events make " + expected);
    }
}
