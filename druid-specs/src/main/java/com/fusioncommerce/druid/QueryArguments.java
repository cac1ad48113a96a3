package com.fusioncommerce.druid;

import com.fusioncommerce.schemas.Keys;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.EnumMap;
import java.util.Map;

/** What a query is told. Begins with the tenant, so that none can be asked without one. Immutable. */
public final class QueryArguments {
    private final Map<Parameter, Object> values;

    private QueryArguments(Map<Parameter, Object> values) {
        this.values = values;
    }

    /**
     * For the rows of one tenant.
     *
     * @throws IllegalArgumentException if this cannot be a tenant's name
     */
    public static QueryArguments ofTenant(String tenant) {
        if (tenant == null || !Keys.isTenant(tenant)) {
            throw new IllegalArgumentException("no tenant: " + tenant);
        }
        return new QueryArguments(Map.of(Parameter.TENANT, tenant));
    }

    /**
     * In a window of business time.
     *
     * @param from its beginning, inclusive
     * @param until its end, exclusive
     */
    public QueryArguments between(Instant from, Instant until) {
        return with(Parameter.FROM, iso(from)).with(Parameter.UNTIL, iso(until));
    }

    /** In steps of this width, e.g. {@code Duration.ofMinutes(1)} or {@code Period.ofDays(1)}. */
    public QueryArguments period(TemporalAmount step) {
        if (step.getUnits().stream().allMatch(unit -> step.get(unit) <= 0)) {
            throw new IllegalArgumentException("a step must be longer than nothing: " + step);
        }
        return with(Parameter.PERIOD, step.toString());
    }

    /** With steps that begin where they begin in this time zone. */
    public QueryArguments zone(ZoneId zone) {
        return with(Parameter.ZONE, zone.getId());
    }

    /** This many rows at most. */
    public QueryArguments limit(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("at least one row: " + rows);
        }
        return with(Parameter.LIMIT, rows);
    }

    /** In this currency only. */
    public QueryArguments currency(String code) {
        return with(Parameter.CURRENCY, code);
    }

    /**
     * The value of a parameter, as Druid takes it.
     *
     * @throws IllegalArgumentException if it was not given
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
