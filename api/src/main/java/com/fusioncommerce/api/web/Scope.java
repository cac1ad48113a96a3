package com.fusioncommerce.api.web;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a token may be allowed to do. Those of a domain stand beside its operations; here are those of the platform as a
 * whole.
 *
 * @param claim its name in a token, e.g. {@code orders:read}
 */
public record Scope(String claim) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*:[a-z]+");

    /** To follow what happens. */
    public static final Scope EVENTS_READ = new Scope("events:read");

    /** To see the dashboards. */
    public static final Scope DASHBOARDS_READ = new Scope("dashboards:read");

    /** To see and change what Druid and Flink hold, of all tenants. */
    public static final Scope PLATFORM_OPERATE = new Scope("platform:operate");

    /** Those of no domain. */
    public static final List<Scope> OF_THE_PLATFORM = List.of(EVENTS_READ, DASHBOARDS_READ, PLATFORM_OPERATE);

    /**
     * A scope of this name.
     *
     * @throws IllegalArgumentException if it is not words, a colon and a word
     */
    public Scope {
        if (!FORM.matcher(claim).matches()) {
            throw new IllegalArgumentException("a scope is called like orders:read, not " + claim);
        }
    }
}
