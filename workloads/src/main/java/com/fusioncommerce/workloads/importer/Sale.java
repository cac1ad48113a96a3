package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.NewOrder;
import java.time.Instant;
import java.util.List;

/**
 * An invoice that sells something: an order of the platform.
 *
 * @param invoice its number, which becomes the order's own id
 * @param at when its first line was written
 * @param lines at least one; the same SKU may stand in several
 */
record Sale(String invoice, String customer, String country, Instant at, List<Line> lines) {
    /** What everything in the file is priced in. */
    static final String CURRENCY = "GBP";

    /**
     * A line.
     *
     * @param unitPrice in 1/10,000 of a pound
     */
    record Line(String sku, long quantity, long unitPrice) {
        /** In pence, rounded half-even. */
        long total() {
            return Amounts.lineTotal(quantity, unitPrice, CURRENCY);
        }
    }

    /** Copies the lines. */
    Sale {
        lines = List.copyOf(lines);
    }

    /** The id that the platform gives the order of an invoice. */
    static String orderId(String invoice) {
        return Keys.pooledId(FusionClient.POOL, invoice);
    }

    String orderId() {
        return orderId(invoice);
    }

    /** The command that places it. */
    NewOrder order() {
        List<NewOrder.Line> ordered = lines.stream()
                .map(line -> new NewOrder.Line(line.sku(), line.quantity(), Amounts.decimalPrice(line.unitPrice())))
                .toList();
        return new NewOrder(customer, country, country, CURRENCY, "web", ordered, at, invoice);
    }
}
