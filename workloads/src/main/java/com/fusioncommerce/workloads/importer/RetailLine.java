package com.fusioncommerce.workloads.importer;

import java.time.Duration;
import java.time.Instant;

/**
 * A line of the file.
 *
 * @param number line number, the header being line 1
 * @param invoice number of the invoice; a leading {@code C} marks a cancellation
 * @param description trimmed; may be empty
 * @param quantity units; negative for returns
 * @param unitPrice in 1/10,000 of a pound; may be 0 or negative
 * @param customer the customer's number, or {@link #GUEST}
 */
record RetailLine(
        int number,
        String invoice,
        String sku,
        String description,
        long quantity,
        Instant at,
        long unitPrice,
        String customer,
        String country) {
    /** Customer of all lines without a customer number. */
    static final String GUEST = "guest";

    /** Longest time between lines of one invoice; most are minutes apart. */
    private static final Duration LONGEST_INVOICE = Duration.ofDays(1);

    boolean isCancellation() {
        return invoice.startsWith("C");
    }

    /** Whether the line is a sale: positive units at a positive price. */
    boolean isSale() {
        return quantity > 0 && unitPrice > 0;
    }

    /** Whether a line with the same invoice number belongs to the same invoice: numbers may be reused. */
    boolean isOfOneInvoiceWith(RetailLine first) {
        return customer.equals(first.customer())
                && country.equals(first.country())
                && Duration.between(first.at(), at).abs().compareTo(LONGEST_INVOICE) <= 0;
    }
}
