package com.fusioncommerce.workloads.importer;

/** Reasons why a line of the file belongs to no order. */
enum SetAside {
    /** The line cannot be parsed. */
    BROKEN("broken"),
    /** Quantity of 0 or less outside a cancellation: stock that was lost, found or corrected. */
    NO_UNITS("quantity of 0 or less outside cancellations"),
    /** Price of 0 or less outside a cancellation: samples, gifts and bad debt. */
    NO_PRICE("price of 0 or less");

    private final String words;

    SetAside(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
