package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.threads.Holder;
import com.fusioncommerce.schemas.Actor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
    private static final List<Scope> SCOPES_OF_OPERATORS = List.of(Scope.DASHBOARDS_READ, Scope.PLATFORM_OPERATE);

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

    /** Whether the caller is a person of the staff with the scopes of operators. */
    public boolean isOperator() {
        return keptTo() == null
                && who.roles().contains(Actor.STAFF)
                && SCOPES_OF_OPERATORS.stream().allMatch(this::may);
    }

    /**
     * Refuses whoever is no operator: what operators see and change belongs to all tenants.
     *
     * @throws ProblemException 403 if the caller is no staff, or lacks a scope
     */
    public void requireOperator() {
        requireStaff();
        if (!who.roles().contains(Actor.STAFF)) {
            throw ProblemException.of(ProblemType.STAFF_ONLY, "The token needs the role " + Actor.STAFF + ".");
        }
        if (!isOperator()) {
            throw ProblemException.of(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "This needs the scopes "
                            + SCOPES_OF_OPERATORS.stream().map(Scope::claim).collect(Collectors.joining(" and "))
                            + ".");
        }
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
