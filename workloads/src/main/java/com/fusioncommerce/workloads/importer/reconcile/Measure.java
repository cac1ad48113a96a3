package com.fusioncommerce.workloads.importer.reconcile;

import java.util.Locale;

/** Measures of counts. */
public enum Measure {
    /** Orders placed. */
    ORDERS,
    /** Lines of the orders. */
    LINES,
    /** Units of the lines. */
    UNITS,
    /** Line totals in minor units. */
    REVENUE;

    /** The measure's name in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
