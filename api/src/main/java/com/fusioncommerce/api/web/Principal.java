package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.threads.Holder;
import com.fusioncommerce.schemas.Actor;
import java.util.Set;

/**
 * The authenticated caller.
 *
 * @param tenant the tenant, from the token only
 * @param subject the token's subject in that tenant
 * @param who the actor, which determines the access
 * @param actor the actor as encoded in message headers
 * @param scopes the token's scopes
 * @param expiresAt expiry of the token, milliseconds since the epoch
 */
public record Principal(String tenant, String subject, Actor who, String actor, Set<String> scopes, long expiresAt) {
    /**
     * Copies the scopes.
     *
     * @throws IllegalArgumentException if the actor equals the platform itself, which may do everything
     */
    public Principal {
        if (who.equals(Actor.PLATFORM)) {
            throw new IllegalArgumentException("no caller is the platform");
        }
        scopes = Set.copyOf(scopes);
    }

    /** The principal of a token's claims. */
    public static Principal of(String tenant, String subject, Actor who, Set<String> scopes, long expiresAt) {
        return new Principal(tenant, subject, who, who.header(), scopes, expiresAt);
    }

    /** Whether the token has a scope. */
    public boolean may(Scope scope) {
        return scopes.contains(scope.claim());
    }

    /**
     * The customer to whom the caller is restricted; null for staff and services, who may access all of their tenant.
     */
    public String keptTo() {
        return who.keptTo().orElse(null);
    }

    /** The holder of the caller's bounded resources. */
    public Holder holder() {
        return new Holder(tenant, keptTo());
    }

    /** Whether the caller may access what belongs to this customer. */
    public boolean reaches(String customer) {
        return who.reaches(customer);
    }

    /**
     * Refuses shoppers.
     *
     * @throws ProblemException 403 if the caller is a shopper
     */
    public void requireStaff() {
        if (keptTo() != null) {
            throw ProblemException.of(
                    ProblemType.STAFF_ONLY,
                    "The token needs the role " + Actor.STAFF + " or " + Actor.SERVICE + ", and no claim customer.");
        }
    }
}
