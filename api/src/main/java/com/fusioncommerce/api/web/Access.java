package com.fusioncommerce.api.web;

import java.util.EnumSet;
import java.util.Set;

/** Who may use a route. There is no default: a route cannot be made without one. */
public sealed interface Access {
    /** Anyone: health, metrics, the document that describes the API. */
    record Open() implements Access {}

    /** A bearer token with one of these scopes. */
    record Bearer(Set<Scope> anyOf) implements Access {}

    /** A bearer token, or the cookie of a browser's session, with one of these scopes. */
    record Browser(Set<Scope> anyOf) implements Access {}

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

    /** A page for those with this scope; others are sent to the path {@code login}. */
    static Access page(Scope scope, String login) {
        return new Page(scope, login);
    }
}
