package com.fusioncommerce.platform.importer;

import com.fusioncommerce.druid.DruidClient;
import com.fusioncommerce.druid.DruidException;
import com.fusioncommerce.druid.DruidQuery;
import com.fusioncommerce.druid.QueryArguments;
import com.fusioncommerce.druid.Row;
import com.fusioncommerce.platform.importer.reconcile.Count;
import com.fusioncommerce.platform.importer.reconcile.Dimension;
import com.fusioncommerce.platform.importer.reconcile.Measure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The third who counts: Druid, of all orders that were ever imported for a tenant. Two data sources, two counts. */
final class DruidWitness {
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Measure[] OF_LINES = {Measure.LINES, Measure.UNITS, Measure.REVENUE};

    private final DruidClient druid;
    private final QueryArguments arguments;

    DruidWitness(DruidClient druid, String tenant) {
        this.druid = druid;
        this.arguments = QueryArguments.ofTenant(tenant).currency(Sale.CURRENCY);
    }

    /**
     * Waits until Druid has as many orders and lines as there should be: events reach it a moment after the answer to the
     * command. Gives up when nothing more has come for so long.
     *
     * @return whether the numbers are there
     */
    boolean caughtUp(Count expected, Duration quiet) {
        long orders = expected.total(Dimension.MONTH, Measure.ORDERS);
        long lines = expected.total(Dimension.MONTH, Measure.LINES);
        Progress last = null;
        long since = System.nanoTime();
        while (true) {
            Progress now = look();
            if (now.orders() >= orders && now.lines() >= lines) {
                return true;
            }
            if (!now.equals(last)) {
                last = now;
                since = System.nanoTime();
            }
            if (System.nanoTime() - since > quiet.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    /** What it says, by data source. */
    List<Count> counts() {
        Count orders = new Count("Druid orders")
                .counting(Dimension.MONTH, Measure.values())
                .counting(Dimension.COUNTRY, Measure.values());
        add(orders, Dimension.MONTH, "month", DruidQuery.IMPORTED_ORDERS_BY_MONTH, Measure.values());
        add(orders, Dimension.COUNTRY, "country", DruidQuery.IMPORTED_ORDERS_BY_COUNTRY, Measure.values());
        Count lines = new Count("Druid order_lines")
                .counting(Dimension.MONTH, OF_LINES)
                .counting(Dimension.COUNTRY, OF_LINES)
                .counting(Dimension.PRODUCT, Measure.values());
        add(lines, Dimension.MONTH, "month", DruidQuery.IMPORTED_LINES_BY_MONTH, OF_LINES);
        add(lines, Dimension.COUNTRY, "country", DruidQuery.IMPORTED_LINES_BY_COUNTRY, OF_LINES);
        add(lines, Dimension.PRODUCT, "sku", DruidQuery.IMPORTED_LINES_BY_PRODUCT, Measure.values());
        return List.of(orders, lines);
    }

    private record Progress(long orders, long lines) {}

    /** Druid may still be starting a task: what it cannot answer now counts as nothing yet. */
    private Progress look() {
        try {
            return new Progress(
                    sum(DruidQuery.IMPORTED_ORDERS_BY_MONTH, "orders"),
                    sum(DruidQuery.IMPORTED_LINES_BY_MONTH, "lines"));
        } catch (DruidException e) {
            return new Progress(-1, -1);
        }
    }

    private long sum(DruidQuery query, String column) {
        return druid.query(query, arguments).stream()
                .mapToLong(row -> row.number(column))
                .sum();
    }

    private void add(Count count, Dimension dimension, String column, DruidQuery query, Measure... measures) {
        for (Row row : druid.query(query, arguments)) {
            for (Measure measure : measures) {
                count.add(dimension, row.text(column), measure, row.number(measure.word()));
            }
        }
    }
}
