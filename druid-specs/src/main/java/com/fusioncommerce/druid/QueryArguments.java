package com.fusioncommerce.druid;

import com.fusioncommerce.schemas.Keys;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.EnumMap;
import java.util.Map;

/** The arguments of a query. They are built from the tenant, so that no query runs without one. Immutable. */
public final class QueryArguments {
    private final Map<Parameter, Object> values;

    private QueryArguments(Map<Parameter, Object> values) {
        this.values = values;
    }

    /**
     * Arguments that select one tenant's rows.
     *
     * @throws IllegalArgumentException if the text is not a valid tenant name
     */
    public static QueryArguments ofTenant(String tenant) {
        if (tenant == null || !Keys.isTenant(tenant)) {
            throw new IllegalArgumentException("no tenant: " + tenant);
        }
        return new QueryArguments(Map.of(Parameter.TENANT, tenant));
    }

    /**
     * These arguments with a window of business time.
     *
     * @param from beginning of the window, inclusive
     * @param until end of the window, exclusive
     */
    public QueryArguments between(Instant from, Instant until) {
        return with(Parameter.FROM, iso(from)).with(Parameter.UNTIL, iso(until));
    }

    /** These arguments with a step length, e.g. {@code Duration.ofMinutes(1)} or {@code Period.ofDays(1)}. */
    public QueryArguments period(TemporalAmount step) {
        if (step.getUnits().stream().allMatch(unit -> step.get(unit) <= 0)) {
            throw new IllegalArgumentException("a step must be longer than nothing: " + step);
        }
        return with(Parameter.PERIOD, step.toString());
    }

    /** These arguments with the time zone in which time steps are aligned. */
    public QueryArguments zone(ZoneId zone) {
        return with(Parameter.ZONE, zone.getId());
    }

    /** These arguments with a maximum number of rows. */
    public QueryArguments limit(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("at least one row: " + rows);
        }
        return with(Parameter.LIMIT, rows);
    }

    /** These arguments for one currency. */
    public QueryArguments currency(String code) {
        return with(Parameter.CURRENCY, code);
    }

    /**
     * A parameter's value in the form that Druid takes.
     *
     * @throws IllegalArgumentException if there is no argument for the parameter
     */
    Object valueOf(Parameter parameter) {
        Object value = values.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException("the query needs " + parameter.sqlName());
        }
        return value;
    }

    private QueryArguments with(Parameter parameter, Object value) {
        Map<Parameter, Object> more = new EnumMap<>(values);
        more.put(parameter, value);
        return new QueryArguments(more);
    }

    private static String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
