package com.fusioncommerce.api.web;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A scope of a token. A domain's scopes are declared beside its operations; this class has those of the platform as a
 * whole.
 *
 * @param claim the scope's name in a token, e.g. {@code orders:read}
 */
public record Scope(String claim) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*:[a-z]+");

    /** Scope to read event streams. */
    public static final Scope EVENTS_READ = new Scope("events:read");

    /** Scope to read the dashboards. */
    public static final Scope DASHBOARDS_READ = new Scope("dashboards:read");

    /** Scope to read and change all tenants' data in Druid and Flink. */
    public static final Scope PLATFORM_OPERATE = new Scope("platform:operate");

    /** The scopes of no domain. */
    public static final List<Scope> OF_THE_PLATFORM = List.of(EVENTS_READ, DASHBOARDS_READ, PLATFORM_OPERATE);

    /**
     * A scope of this name.
     *
     * @throws IllegalArgumentException if the name is not words, a colon and a word
     */
    public Scope {
        if (!FORM.matcher(claim).matches()) {
            throw new IllegalArgumentException("a scope is called like orders:read, not " + claim);
        }
    }
}
