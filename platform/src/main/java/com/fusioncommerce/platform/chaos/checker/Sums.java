package com.fusioncommerce.platform.chaos.checker;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the events add up to, by what happened and the minute in which it mattered to the business. */
final class Sums {
    private static final int NAMED = 5;

    private final Map<Cell, Sum> cells = new TreeMap<>();
    private final long before;

    /** Counts what has a business time before this one, milliseconds since the epoch. */
    Sums(long before) {
        this.before = before;
    }

    /** One minute of one kind of event. */
    record Cell(String event, Instant minute) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byEvent = event.compareTo(other.event);
            return byEvent != 0 ? byEvent : minute.compareTo(other.minute);
        }

        @Override
        public String toString() {
            return event + " in " + minute;
        }
    }

    /** What they add up to. */
    record Totals(long events, long units, long revenue) {
        static final Totals NONE = new Totals(0, 0, 0);

        Totals plus(Totals other) {
            return new Totals(events + other.events, units + other.units, revenue + other.revenue);
        }

        @Override
        public String toString() {
            return events + " events, " + units + " units, " + revenue + " revenue";
        }
    }

    private static final class Sum {
        private final List<String> orders = new ArrayList<>(NAMED);
        private Totals totals = Totals.NONE;
    }

    void event(Message event, OrderLife order) {
        String type = event.type();
        if (!FactBook.EVENTS_WITH_ROWS.contains(type) || order.summary == null) {
            return;
        }
        long time = time(event, order.summary);
        if (time >= before) {
            return;
        }
        Cell cell = new Cell(type, Instant.ofEpochMilli(time).truncatedTo(ChronoUnit.MINUTES));
        Sum sum = cells.computeIfAbsent(cell, any -> new Sum());
        sum.totals = sum.totals.plus(new Totals(1, order.summary.units(), order.summary.total()));
        if (sum.orders.size() < NAMED) {
            sum.orders.add(order.key);
        }
    }

    private static long time(Message event, OrderLife.Summary order) {
        return switch (event.type()) {
            case OrderStage.CREATED_EVENT -> order.placedAt();
            case OrderStage.CANCELLED_EVENT -> event.number("cancelledAt");
            default -> order.imported() ? order.placedAt() : event.number("at");
        };
    }

    Map<Cell, Totals> totals() {
        Map<Cell, Totals> totals = new TreeMap<>();
        cells.forEach((cell, sum) -> totals.put(cell, sum.totals));
        return totals;
    }

    /** Some orders of a cell. */
    List<String> orders(Cell cell) {
        Sum sum = cells.get(cell);
        return sum == null ? List.of() : sum.orders;
    }

    long before() {
        return before;
    }
}
