package com.fusioncommerce.workloads.importer.reconcile;

import java.util.Locale;

/** Dimensions of counts. */
public enum Dimension {
    /** Month of the order in UTC, such as 2011-11. */
    MONTH,
    /** Country of the order. */
    COUNTRY,
    /** SKU of the line. */
    PRODUCT;

    /** The dimension's name in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
