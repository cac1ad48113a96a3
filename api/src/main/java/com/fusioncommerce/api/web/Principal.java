package com.fusioncommerce.api.web;

import com.fusioncommerce.schemas.Actor;
import java.util.List;
import java.util.Set;

/**
 * Who calls.
 *
 * @param tenant the tenant, from the token and nowhere else
 * @param subject who in that tenant
 * @param actor who it is, as the header of what comes of its calls says it
 * @param scopes what the token allows
 * @param expiresAt when the token ends, milliseconds since the epoch
 */
public record Principal(String tenant, String subject, String actor, Set<String> scopes, long expiresAt) {
    /** Copies the scopes. */
    public Principal {
        scopes = Set.copyOf(scopes);
    }

    /** A principal of whom nothing more is known. */
    public Principal(String tenant, String subject, Set<String> scopes, long expiresAt) {
        this(tenant, subject, new Actor(subject, List.of(), null, null).header(), scopes, expiresAt);
    }

    /** Whether the token allows this. */
    public boolean may(Scope scope) {
        return scopes.contains(scope.claim());
    }
}
