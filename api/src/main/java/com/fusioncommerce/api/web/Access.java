package com.fusioncommerce.api.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Who may use a route. There is no default: a route cannot be made without one. */
public sealed interface Access {
    /** Anyone: health, metrics, the document that describes the API. */
    record Open() implements Access {
        @Override
        public Set<Scope> anyOf() {
            return Set.of();
        }
    }

    /** A bearer token with one of these scopes. */
    record Bearer(Set<Scope> anyOf) implements Access {}

    /** A bearer token, or the cookie of a browser's session, with one of these scopes. */
    record Browser(Set<Scope> anyOf) implements Access {}

    /**
     * A bearer token, or in the query's {@code ?ticket=} one that {@code tickets} has the token of, with this scope: for
     * browsers where they cannot send a header.
     */
    record Ticketed(Scope scope, UnaryOperator<String> tickets) implements Access {
        @Override
        public Set<Scope> anyOf() {
            return Set.of(scope);
        }
    }

    /** As {@link Browser}; who has no valid token is sent to another page to bring one. */
    record Page(Scope scope, String login) implements Access {
        @Override
        public Set<Scope> anyOf() {
            return Set.of(scope);
        }
    }

    /** The scopes of which any one is enough, in the order in which they were declared; none where it is open. */
    Set<Scope> anyOf();

    /** Anyone. */
    static Access open() {
        return new Open();
    }

    /** A bearer token with one of these scopes. */
    static Access bearer(Scope scope, Scope... others) {
        List<Scope> anyOf = new ArrayList<>(List.of(others));
        anyOf.add(0, scope);
        return bearer(anyOf);
    }

    /** A bearer token with one of these scopes. */
    static Access bearer(Collection<Scope> anyOf) {
        // Who has none is told the first of them.
        return new Bearer(Collections.unmodifiableSet(new LinkedHashSet<>(anyOf)));
    }

    /** A bearer token or a session cookie with this scope. */
    static Access browser(Scope scope) {
        return new Browser(Set.of(scope));
    }

    /**
     * A bearer token or a ticket with this scope.
     *
     * @param tickets from a ticket to the token in it; raises a problem if it is not valid
     */
    static Access ticketed(Scope scope, UnaryOperator<String> tickets) {
        return new Ticketed(scope, tickets);
    }

    /** A page for those with this scope; others are sent to the path {@code login}. */
    static Access page(Scope scope, String login) {
        return new Page(scope, login);
    }
}
