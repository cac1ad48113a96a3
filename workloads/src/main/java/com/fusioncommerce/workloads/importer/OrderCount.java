package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.workloads.importer.reconcile.Count;
import com.fusioncommerce.workloads.importer.reconcile.Dimension;
import com.fusioncommerce.workloads.importer.reconcile.Measure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;

/** Counts orders and their lines by month, country and product. For one thread. */
final class OrderCount {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

    private final Count count;

    /** SKUs of the current order so far. */
    private final Set<String> skus = new HashSet<>();

    OrderCount(String witness) {
        this.count = new Count(witness)
                .counting(Dimension.MONTH, Measure.values())
                .counting(Dimension.COUNTRY, Measure.values())
                .counting(Dimension.PRODUCT, Measure.values());
    }

    /** Counts an order, before its lines. */
    void order(Instant placedAt, String country) {
        skus.clear();
        count.add(Dimension.MONTH, MONTH.format(placedAt), Measure.ORDERS, 1);
        count.add(Dimension.COUNTRY, country, Measure.ORDERS, 1);
    }

    void line(Instant placedAt, String country, String sku, long units, long revenue) {
        line(Dimension.MONTH, MONTH.format(placedAt), units, revenue);
        line(Dimension.COUNTRY, country, units, revenue);
        line(Dimension.PRODUCT, sku, units, revenue);
        if (skus.add(sku)) {
            count.add(Dimension.PRODUCT, sku, Measure.ORDERS, 1);
        }
    }

    Count result() {
        return count;
    }

    private void line(Dimension dimension, String value, long units, long revenue) {
        count.add(dimension, value, Measure.LINES, 1);
        count.add(dimension, value, Measure.UNITS, units);
        count.add(dimension, value, Measure.REVENUE, revenue);
    }
}
