package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Keys;

/** The key of an aggregate, parsed once: its tenant, its id, and its text {@code tenant/id}. */
public final class Key {
    private final String tenant;
    private final String id;
    private final String text;

    private Key(String tenant, String id, String text) {
        this.tenant = tenant;
        this.id = id;
        this.text = text;
    }

    /** The key of a tenant's aggregate. */
    public static Key of(String tenant, String id) {
        return new Key(tenant, id, Keys.of(tenant, id));
    }

    /**
     * Parses {@code tenant/id}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static Key parse(String text) {
        int end = text.indexOf(Keys.TENANT_END);
        String tenant = end < 0 ? "" : text.substring(0, end);
        if (end == text.length() - 1 || !Keys.isTenant(tenant)) {
            throw new IllegalArgumentException("key is not tenant/id: " + text);
        }
        return new Key(tenant, text.substring(end + 1), text);
    }

    /** The tenant. */
    public String tenant() {
        return tenant;
    }

    /** The aggregate's id, its pool included. */
    public String id() {
        return id;
    }

    /** {@code tenant/id}. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && key.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
