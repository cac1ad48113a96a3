package com.fusioncommerce.druid;

import java.util.Locale;

/** A parameter of a query. */
public enum Parameter {
    /** The rows' tenant: every query takes it. */
    TENANT("VARCHAR"),
    /** The window's beginning, inclusive. */
    FROM("TIMESTAMP"),
    /** The window's end, exclusive. */
    UNTIL("TIMESTAMP"),
    /** The length of a time step as an ISO 8601 period, e.g. {@code PT1M}. */
    PERIOD("VARCHAR"),
    /** The IANA time zone in which time steps are aligned, e.g. {@code America/New_York}. */
    ZONE("VARCHAR"),
    /** The maximum number of rows. */
    LIMIT("INTEGER"),
    /** The ISO 4217 code of the currency. */
    CURRENCY("VARCHAR");

    private final String sqlType;

    Parameter(String sqlType) {
        this.sqlType = sqlType;
    }

    /** The SQL type that is sent to Druid. */
    String sqlType() {
        return sqlType;
    }

    /** The parameter's name in SQL, after the colon. */
    String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The parameter with a name in SQL.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Parameter named(String sqlName) {
        return valueOf(sqlName.toUpperCase(Locale.ROOT));
    }
}
