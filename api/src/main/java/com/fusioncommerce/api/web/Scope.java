package com.fusioncommerce.api.web;

import java.util.Locale;

/** What a token may be allowed to do. */
public enum Scope {
    CATALOG_READ,
    CATALOG_WRITE,
    STOCK_READ,
    STOCK_WRITE,
    ORDERS_READ,
    ORDERS_WRITE,
    ORDERS_IMPORT,
    EVENTS_READ,
    DASHBOARDS_READ;

    /** Its name in a token, e.g. {@code orders:read}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
