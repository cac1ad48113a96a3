package com.fusioncommerce.api.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token may be allowed to do. */
public enum Scope {
    CATALOG_READ("catalog"),
    CATALOG_WRITE("catalog"),
    STOCK_READ("inventory"),
    STOCK_WRITE("inventory"),
    ORDERS_READ("orders"),
    ORDERS_WRITE("orders"),
    ORDERS_IMPORT(null),
    EVENTS_READ(null),
    DASHBOARDS_READ(null),
    /** To see and change what Druid and Flink hold, of all tenants. */
    PLATFORM_OPERATE(null);

    private final String outcomesOf;

    Scope(String outcomesOf) {
        this.outcomesOf = outcomesOf;
    }

    /** The scopes of which any one is enough to see what became of a domain's commands; none for an unknown domain. */
    public static Set<Scope> forOutcomesOf(String domain) {
        return Arrays.stream(values())
                .filter(scope -> domain.equals(scope.outcomesOf))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /** The scopes that are enough to see what became of some domain's commands. */
    public static Set<Scope> forOutcomes() {
        return Arrays.stream(values())
                .filter(scope -> scope.outcomesOf != null)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /** Its name in a token, e.g. {@code orders:read}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
