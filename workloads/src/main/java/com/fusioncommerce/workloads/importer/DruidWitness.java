package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.druid.DruidClient;
import com.fusioncommerce.druid.DruidException;
import com.fusioncommerce.druid.DruidQuery;
import com.fusioncommerce.druid.QueryArguments;
import com.fusioncommerce.druid.Row;
import com.fusioncommerce.workloads.importer.reconcile.Count;
import com.fusioncommerce.workloads.importer.reconcile.Dimension;
import com.fusioncommerce.workloads.importer.reconcile.Measure;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The third count: Druid's, over all orders ever imported for a tenant, from two data sources. */
final class DruidWitness {
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final BigInteger MINUS_ONE = BigInteger.ONE.negate();

    private final DruidClient druid;
    private final QueryArguments arguments;

    DruidWitness(DruidClient druid, String tenant) {
        this.druid = druid;
        this.arguments = QueryArguments.ofTenant(tenant).currency(Sale.CURRENCY);
    }

    /**
     * Waits until Druid has the expected orders and lines, and the revenue of live orders: events reach Druid a moment
     * after the command's answer. Gives up when the numbers have not grown for {@code quiet}.
     *
     * @return whether Druid has all
     */
    boolean caughtUp(Count placed, Count living, Duration quiet) {
        BigInteger orders = placed.total(Dimension.MONTH, Measure.ORDERS);
        BigInteger lines = placed.total(Dimension.MONTH, Measure.LINES);
        BigInteger revenue = living.total(Dimension.MONTH, Measure.REVENUE);
        Progress last = null;
        long since = System.nanoTime();
        while (true) {
            Progress now = look();
            if (now.orders().compareTo(orders) >= 0
                    && now.lines().compareTo(lines) >= 0
                    && now.netOfOrders().equals(revenue)
                    && now.netOfLines().equals(revenue)) {
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

    /** Counts of placed orders, by data source. */
    List<Count> placed() {
        return counts("", Measure.values());
    }

    /**
     * Counts of live orders, by data source. The number of lines is left out: it includes lines that ended, while units
     * and revenue are net of them.
     */
    List<Count> living() {
        return counts("net", Measure.ORDERS, Measure.UNITS, Measure.REVENUE);
    }

    private List<Count> counts(String prefix, Measure... measures) {
        Measure[] ofLines = Arrays.stream(measures)
                .filter(measure -> measure != Measure.ORDERS)
                .toArray(Measure[]::new);
        Count orders = new Count("Druid order_facts")
                .counting(Dimension.MONTH, measures)
                .counting(Dimension.COUNTRY, measures);
        add(orders, Dimension.MONTH, "month", DruidQuery.IMPORTED_ORDERS_BY_MONTH, prefix, measures);
        add(orders, Dimension.COUNTRY, "country", DruidQuery.IMPORTED_ORDERS_BY_COUNTRY, prefix, measures);
        Count lines = new Count("Druid line_facts")
                .counting(Dimension.MONTH, ofLines)
                .counting(Dimension.COUNTRY, ofLines)
                .counting(Dimension.PRODUCT, measures);
        add(lines, Dimension.MONTH, "month", DruidQuery.IMPORTED_LINES_BY_MONTH, prefix, ofLines);
        add(lines, Dimension.COUNTRY, "country", DruidQuery.IMPORTED_LINES_BY_COUNTRY, prefix, ofLines);
        add(lines, Dimension.PRODUCT, "sku", DruidQuery.IMPORTED_LINES_BY_PRODUCT, prefix, measures);
        return List.of(orders, lines);
    }

    private record Progress(BigInteger orders, BigInteger lines, BigInteger netOfOrders, BigInteger netOfLines) {
        static final Progress NONE = new Progress(MINUS_ONE, MINUS_ONE, MINUS_ONE, MINUS_ONE);
    }

    /** Druid may still be starting an ingestion task: a query that fails counts as no data yet. */
    private Progress look() {
        try {
            return new Progress(
                    sum(DruidQuery.IMPORTED_ORDERS_BY_MONTH, "orders"),
                    sum(DruidQuery.IMPORTED_LINES_BY_MONTH, "lines"),
                    sum(DruidQuery.IMPORTED_ORDERS_BY_MONTH, "netRevenue"),
                    sum(DruidQuery.IMPORTED_LINES_BY_MONTH, "netRevenue"));
        } catch (DruidException e) {
            return Progress.NONE;
        }
    }

    private BigInteger sum(DruidQuery query, String column) {
        return druid.query(query, arguments).stream()
                .map(row -> row.sum(column))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private void add(
            Count count, Dimension dimension, String column, DruidQuery query, String prefix, Measure... measures) {
        for (Row row : druid.query(query, arguments)) {
            for (Measure measure : measures) {
                count.add(dimension, row.text(column), measure, row.sum(name(prefix, measure)));
            }
        }
    }

    /** The column of a measure, e.g. revenue or netRevenue. */
    private static String name(String prefix, Measure measure) {
        String word = measure.word();
        return prefix.isEmpty() ? word : prefix + Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
