package com.fusioncommerce.workloads.importer;

import java.time.Duration;
import java.time.Instant;

/**
 * A line of the file.
 *
 * @param number where it stands in the file, the header being line 1
 * @param invoice number of the invoice; a leading {@code C} marks a cancellation
 * @param description as it stands, trimmed; may be empty
 * @param quantity units; negative for what came back
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
    /** Stands for everybody without a number. */
    static final String GUEST = "guest";

    /** Lines of one invoice are written within minutes of each other. */
    private static final Duration LONGEST_INVOICE = Duration.ofDays(1);

    boolean isCancellation() {
        return invoice.startsWith("C");
    }

    /** Whether it sells something: units for money. */
    boolean isSale() {
        return quantity > 0 && unitPrice > 0;
    }

    /** Whether a line of the same number is of the same invoice: the number of another one may have been used again. */
    boolean isOfOneInvoiceWith(RetailLine first) {
        return customer.equals(first.customer())
                && country.equals(first.country())
                && Duration.between(first.at(), at).abs().compareTo(LONGEST_INVOICE) <= 0;
    }
}
