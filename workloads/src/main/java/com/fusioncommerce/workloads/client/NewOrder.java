package com.fusioncommerce.workloads.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order to place. {@code placedAt}, {@code reference} and the lines' {@code unitPrice} are for imports only, else
 * null.
 *
 * @param currency ISO 4217 code, or null for the products' currency
 * @param reference the order's own id within its pool
 */
public record NewOrder(
        String customerId,
        String country,
        String billingCountry,
        String currency,
        String channel,
        List<Line> lines,
        Instant placedAt,
        String reference) {

    /** An order line; {@code unitPrice} is decimal, in the major unit. */
    public record Line(String sku, long quantity, BigDecimal unitPrice) {}

    /** Copies the lines. */
    public NewOrder {
        lines = List.copyOf(lines);
    }
}
