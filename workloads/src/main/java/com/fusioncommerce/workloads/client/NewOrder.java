package com.fusioncommerce.workloads.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order to place. What only an import may say ({@code placedAt}, {@code reference} and the lines' {@code unitPrice}) is
 * null for everybody else.
 *
 * @param currency ISO 4217 code, or null for that of the products
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

    /** A line; {@code unitPrice} is decimal, in the major unit. */
    public record Line(String sku, long quantity, BigDecimal unitPrice) {}

    /** Copies the lines. */
    public NewOrder {
        lines = List.copyOf(lines);
    }
}
