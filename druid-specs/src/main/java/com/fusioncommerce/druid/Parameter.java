package com.fusioncommerce.druid;

import java.util.Locale;

/** What a query can be told. */
public enum Parameter {
    /** Whose rows: every query takes it. */
    TENANT("VARCHAR"),
    /** The window's beginning, inclusive. */
    FROM("TIMESTAMP"),
    /** The window's end, exclusive. */
    UNTIL("TIMESTAMP"),
    /** The width of a step as an ISO 8601 period, e.g. {@code PT1M}. */
    PERIOD("VARCHAR"),
    /** The time zone in which steps begin, an IANA name, e.g. {@code America/New_York}. */
    ZONE("VARCHAR"),
    /** How many rows at most. */
    LIMIT("INTEGER"),
    /** ISO 4217 code. */
    CURRENCY("VARCHAR");

    private final String sqlType;

    Parameter(String sqlType) {
        this.sqlType = sqlType;
    }

    /** The type that Druid is told. */
    String sqlType() {
        return sqlType;
    }

    /** Its name in SQL, after the colon. */
    String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The parameter that SQL calls by this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Parameter named(String sqlName) {
        return valueOf(sqlName.toUpperCase(Locale.ROOT));
    }
}
