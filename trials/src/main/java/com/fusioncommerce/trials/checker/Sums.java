package com.fusioncommerce.trials.checker;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums over events: orders by event and minute of placement, their lines by event and product. */
final class Sums {
    private static final int NAMED = 5;

    private final Map<Cell, Sum> cells = new TreeMap<>();
    private final long before;

    /** Sums over events before this time, milliseconds since the epoch. */
    Sums(long before) {
        this.before = before;
    }

    /**
     * A group of one kind of event.
     *
     * @param of minute of placement for orders, product for lines
     */
    record Cell(String source, String event, String of) implements Comparable<Cell> {
        static final String ORDERS = "order_facts";
        static final String LINES = "line_facts";

        static Cell ofOrders(String event, Instant minute) {
            return new Cell(ORDERS, event, minute.toString());
        }

        static Cell ofLines(String event, String sku) {
            return new Cell(LINES, event, sku);
        }

        @Override
        public int compareTo(Cell other) {
            int bySource = source.compareTo(other.source);
            int byEvent = bySource != 0 ? bySource : event.compareTo(other.event);
            return byEvent != 0 ? byEvent : of.compareTo(other.of);
        }

        @Override
        public String toString() {
            return event + (source.equals(ORDERS) ? " of orders placed in " : " of lines of ") + of;
        }
    }

    /** Sums of a cell, of any size: rows, units and revenue, and signed (net) units and revenue. */
    record Totals(long rows, BigInteger units, BigInteger revenue, BigInteger netUnits, BigInteger netRevenue) {
        static final Totals NONE = new Totals(0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

        static Totals of(String event, long units, long revenue) {
            BigInteger sign = BigInteger.valueOf(OrderStage.signOf(event));
            BigInteger some = BigInteger.valueOf(units);
            BigInteger worth = BigInteger.valueOf(revenue);
            return new Totals(1, some, worth, sign.multiply(some), sign.multiply(worth));
        }

        Totals plus(Totals other) {
            return new Totals(
                    rows + other.rows,
                    units.add(other.units),
                    revenue.add(other.revenue),
                    netUnits.add(other.netUnits),
                    netRevenue.add(other.netRevenue));
        }

        @Override
        public String toString() {
            return rows + " rows, " + units + " units, " + revenue + " revenue, net " + netUnits + " units and "
                    + netRevenue + " revenue";
        }
    }

    private static final class Sum {
        private final List<String> orders = new ArrayList<>(NAMED);
        private Totals totals = Totals.NONE;
    }

    void event(Message event, OrderLife order) {
        String type = event.type();
        if (!FactBook.EVENTS_WITH_ROWS.contains(type) || order.summary == null || event.number("at") >= before) {
            return;
        }
        OrderLife.Summary summary = order.summary;
        Instant minute = Instant.ofEpochMilli(summary.placedAt()).truncatedTo(ChronoUnit.MINUTES);
        add(Cell.ofOrders(type, minute), order, Totals.of(type, summary.units(), summary.total()));
        if (OrderStage.signOf(type) != 0) {
            order.priced.forEach(
                    line -> add(Cell.ofLines(type, line.sku()), order, Totals.of(type, line.units(), line.total())));
        }
    }

    private void add(Cell cell, OrderLife order, Totals more) {
        Sum sum = cells.computeIfAbsent(cell, any -> new Sum());
        sum.totals = sum.totals.plus(more);
        if (sum.orders.size() < NAMED) {
            sum.orders.add(order.key);
        }
    }

    Map<Cell, Totals> totals() {
        Map<Cell, Totals> totals = new TreeMap<>();
        cells.forEach((cell, sum) -> totals.put(cell, sum.totals));
        return totals;
    }

    /** Some orders of a cell, as examples. */
    List<String> orders(Cell cell) {
        Sum sum = cells.get(cell);
        return sum == null ? List.of() : sum.orders;
    }

    long before() {
        return before;
    }
}
