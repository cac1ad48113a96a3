package com.fusioncommerce.api.web;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Who may use a route. There is no default: a route cannot be made without one. */
public sealed interface Access {
    /** Anyone: health, metrics, the document that describes the API. */
    record Open() implements Access {}

    /** A bearer token with one of these scopes. */
    record Bearer(Set<Scope> anyOf) implements Access {}

    /** A bearer token, or the cookie of a browser's session, with one of these scopes. */
    record Browser(Set<Scope> anyOf) implements Access {}

    /**
     * A bearer token, or in the query's {@code ?ticket=} one that {@code tickets} has the token of, with this scope: for
     * browsers where they cannot send a header.
     */
    record Ticketed(Scope scope, UnaryOperator<String> tickets) implements Access {}

    /** As {@link Browser}; who has no valid token is sent to another page to bring one. */
    record Page(Scope scope, String login) implements Access {}

    /** Anyone. */
    static Access open() {
        return new Open();
    }

    /** A bearer token with one of these scopes. */
    static Access bearer(Scope scope, Scope... others) {
        return new Bearer(EnumSet.of(scope, others));
    }

    /** A bearer token with one of these scopes. */
    static Access bearer(Set<Scope> anyOf) {
        return new Bearer(EnumSet.copyOf(anyOf));
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
