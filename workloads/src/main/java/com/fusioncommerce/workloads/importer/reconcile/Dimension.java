package com.fusioncommerce.workloads.importer.reconcile;

import java.util.Locale;

/** What is counted by. */
public enum Dimension {
    /** Month of the order in UTC, such as 2011-11. */
    MONTH,
    /** Country of the order. */
    COUNTRY,
    /** SKU of the line. */
    PRODUCT;

    /** Its name for people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
