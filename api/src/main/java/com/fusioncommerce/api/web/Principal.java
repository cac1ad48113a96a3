package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.threads.Holder;
import com.fusioncommerce.schemas.Actor;
import java.util.Set;

/**
 * Who calls.
 *
 * @param tenant the tenant, from the token and nowhere else
 * @param subject who in that tenant
 * @param who the actor, which says what it may reach
 * @param actor the same as the header of what comes of its calls says it
 * @param scopes what the token allows
 * @param expiresAt when the token ends, milliseconds since the epoch
 */
public record Principal(String tenant, String subject, Actor who, String actor, Set<String> scopes, long expiresAt) {
    /**
     * Copies the scopes.
     *
     * @throws IllegalArgumentException if the actor cannot be told from the platform itself, which may do everything
     */
    public Principal {
        if (who.equals(Actor.PLATFORM)) {
            throw new IllegalArgumentException("no caller is the platform");
        }
        scopes = Set.copyOf(scopes);
    }

    /** A principal whose token says this of it. */
    public static Principal of(String tenant, String subject, Actor who, Set<String> scopes, long expiresAt) {
        return new Principal(tenant, subject, who, who.header(), scopes, expiresAt);
    }

    /** Whether the token allows this. */
    public boolean may(Scope scope) {
        return scopes.contains(scope.claim());
    }

    /** The customer to whose things the caller is kept; null for staff and services, who reach what is their tenant's. */
    public String keptTo() {
        return who.keptTo().orElse(null);
    }

    /** For whom room is held that the caller takes. */
    public Holder holder() {
        return new Holder(tenant, keptTo());
    }

    /** Whether what belongs to this customer is within the caller's reach. */
    public boolean reaches(String customer) {
        return who.reaches(customer);
    }

    /**
     * Refuses shoppers.
     *
     * @throws ProblemException 403 if the caller is one
     */
    public void requireStaff() {
        if (keptTo() != null) {
            throw ProblemException.of(
                    ProblemType.STAFF_ONLY,
                    "The token needs the role " + Actor.STAFF + " or " + Actor.SERVICE + ", and no claim customer.");
        }
    }
}
