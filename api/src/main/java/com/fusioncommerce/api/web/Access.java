package com.fusioncommerce.api.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The access that a route requires. There is no default: every route needs one. */
public sealed interface Access {
    /** No authentication: health, metrics, the OpenAPI document. */
    record Open() implements Access {
        @Override
        public Set<Scope> anyOf() {
            return Set.of();
        }
    }

    /** Requires a bearer token with one of these scopes. */
    record Bearer(Set<Scope> anyOf) implements Access {}

    /** Requires a bearer token or a session cookie with one of these scopes. */
    record Browser(Set<Scope> anyOf) implements Access {}

    /**
     * Requires a bearer token with this scope, or in the query's {@code ?ticket=} a ticket from which {@code tickets}
     * decrypts the token: for browsers' requests that cannot send headers.
     */
    record Ticketed(Scope scope, UnaryOperator<String> tickets) implements Access {
        @Override
        public Set<Scope> anyOf() {
            return Set.of(scope);
        }
    }

    /** Like {@link Browser}; a browser without a valid token is redirected to the login page. */
    record Page(Scope scope, String login) implements Access {
        @Override
        public Set<Scope> anyOf() {
            return Set.of(scope);
        }
    }

    /** The scopes of which one suffices, in the order of their declaration; empty if open. */
    Set<Scope> anyOf();

    /** An access without authentication. */
    static Access open() {
        return new Open();
    }

    /** An access by a bearer token with one of these scopes. */
    static Access bearer(Scope scope, Scope... others) {
        List<Scope> anyOf = new ArrayList<>(List.of(others));
        anyOf.add(0, scope);
        return bearer(anyOf);
    }

    /** An access by a bearer token with one of these scopes. */
    static Access bearer(Collection<Scope> anyOf) {
        // Ordered: a caller without any scope is told the first.
        return new Bearer(Collections.unmodifiableSet(new LinkedHashSet<>(anyOf)));
    }

    /** An access by a bearer token or a session cookie with this scope. */
    static Access browser(Scope scope) {
        return new Browser(Set.of(scope));
    }

    /**
     * An access by a bearer token or a ticket with this scope.
     *
     * @param tickets from a ticket to its token; raises a problem if the ticket is invalid
     */
    static Access ticketed(Scope scope, UnaryOperator<String> tickets) {
        return new Ticketed(scope, tickets);
    }

    /** An access to a page with this scope; other browsers are redirected to the path {@code login}. */
    static Access page(Scope scope, String login) {
        return new Page(scope, login);
    }
}
