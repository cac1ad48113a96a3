package com.fusioncommerce.workloads.importer;

/** Why a line of the file becomes no part of an order. */
enum SetAside {
    /** The file cannot be understood there. */
    BROKEN("broken"),
    /** Outside cancellations: stock that was lost, found or corrected. */
    NO_UNITS("quantity of 0 or less outside cancellations"),
    /** Outside cancellations: samples, gifts and bad debt. */
    NO_PRICE("price of 0 or less");

    private final String words;

    SetAside(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
