package com.fusioncommerce.api.web;

import java.util.Set;

/**
 * One route.
 *
 * @param method GET, POST or PUT
 * @param path with parameters in braces
 * @param access who may use it
 * @param parameters names the query may have; {@link #ANY} where it may have all
 * @param takesBody whether a request may have a body
 * @param action what it does
 */
public record Route(
        String method, String path, Access access, Set<String> parameters, boolean takesBody, Action action) {
    /** Parameters of a route that passes them on. */
    public static final Set<String> ANY = Set.of("*");

    /** Copies the names. */
    public Route {
        parameters = Set.copyOf(parameters);
    }

    /** A route that passes on what it is asked, with any query, to somebody else. */
    public static Route passing(String method, String path, Access access, Action action) {
        return new Route(method, path, access, ANY, !method.equals("GET"), action);
    }

    /** Whether its query may have a parameter of this name. */
    boolean knows(String parameter) {
        return parameters.equals(ANY) || parameters.contains(parameter);
    }

    /** A route that reads. */
    public static Route get(String path, Access access, Action action, String... parameters) {
        return new Route("GET", path, access, Set.of(parameters), false, action);
    }

    /** A route that creates or does. */
    public static Route post(String path, Access access, Action action) {
        return new Route("POST", path, access, Set.of(), true, action);
    }

    /** A route that sets. */
    public static Route put(String path, Access access, Action action) {
        return new Route("PUT", path, access, Set.of(), true, action);
    }

    /** A route that removes. */
    public static Route delete(String path, Access access, Action action) {
        return new Route("DELETE", path, access, Set.of(), false, action);
    }
}
