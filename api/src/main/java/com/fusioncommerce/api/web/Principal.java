package com.fusioncommerce.api.web;

import java.util.Set;

/**
 * Who calls.
 *
 * @param tenant the tenant, from the token and nowhere else
 * @param subject who in that tenant
 * @param scopes what the token allows
 * @param expiresAt when the token ends, milliseconds since the epoch
 */
public record Principal(String tenant, String subject, Set<String> scopes, long expiresAt) {
    /** Copies the scopes. */
    public Principal {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the token allows this. */
    public boolean may(Scope scope) {
        return scopes.contains(scope.claim());
    }
}
