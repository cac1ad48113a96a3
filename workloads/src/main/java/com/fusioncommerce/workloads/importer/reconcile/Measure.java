package com.fusioncommerce.workloads.importer.reconcile;

import java.util.Locale;

/** What is counted. */
public enum Measure {
    /** Orders placed. */
    ORDERS,
    /** Their lines. */
    LINES,
    /** Units of those lines. */
    UNITS,
    /** Line totals in minor units. */
    REVENUE;

    /** Its name for people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
