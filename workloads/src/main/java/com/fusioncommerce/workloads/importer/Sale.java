package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.NewOrder;
import java.time.Instant;
import java.util.List;

/**
 * An invoice with sales: an order of the platform.
 *
 * @param invoice invoice number, used as the order's own id
 * @param at time of its first line
 * @param lines at least one; the same SKU may occur in several
 */
record Sale(String invoice, String customer, String country, Instant at, List<Line> lines) {
    /** Currency of all prices in the file. */
    static final String CURRENCY = "GBP";

    /**
     * A line.
     *
     * @param unitPrice in 1/10,000 of a pound
     */
    record Line(String sku, long quantity, long unitPrice) {
        /** Line total in pence, rounded half-even. */
        long total() {
            return Amounts.lineTotal(quantity, unitPrice, CURRENCY);
        }
    }

    /** Copies the lines. */
    Sale {
        lines = List.copyOf(lines);
    }

    /** The id that the platform gives to an invoice's order. */
    static String orderId(String invoice) {
        return Keys.pooledId(FusionClient.POOL, invoice);
    }

    String orderId() {
        return orderId(invoice);
    }

    /** The command that places the order. */
    NewOrder order() {
        List<NewOrder.Line> ordered = lines.stream()
                .map(line -> new NewOrder.Line(line.sku(), line.quantity(), Amounts.decimalPrice(line.unitPrice())))
                .toList();
        return new NewOrder(customer, country, country, CURRENCY, "web", ordered, at, invoice);
    }
}
