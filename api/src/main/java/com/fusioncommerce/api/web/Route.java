package com.fusioncommerce.api.web;

import java.util.Set;

/**
 * A route of the HTTP server.
 *
 * @param method GET, POST or PUT
 * @param path with parameters in braces
 * @param access required access
 * @param parameters allowed names of query parameters; {@link #ANY} for all
 * @param takesBody whether a request may have a body
 * @param action the route's action
 */
public record Route(
        String method, String path, Access access, Set<String> parameters, boolean takesBody, Action action) {
    /** The parameters of a route that forwards them unchecked. */
    public static final Set<String> ANY = Set.of("*");

    /** Copies the names. */
    public Route {
        parameters = Set.copyOf(parameters);
    }

    /** A route that forwards requests, with any query, to another server. */
    public static Route passing(String method, String path, Access access, Action action) {
        return new Route(method, path, access, ANY, !method.equals("GET"), action);
    }

    /** Whether the query may have a parameter of this name. */
    boolean knows(String parameter) {
        return parameters.equals(ANY) || parameters.contains(parameter);
    }

    /** A route for GET, which reads. */
    public static Route get(String path, Access access, Action action, String... parameters) {
        return new Route("GET", path, access, Set.of(parameters), false, action);
    }

    /** A route for POST, which creates or acts. */
    public static Route post(String path, Access access, Action action) {
        return new Route("POST", path, access, Set.of(), true, action);
    }

    /** A route for PUT, which sets. */
    public static Route put(String path, Access access, Action action) {
        return new Route("PUT", path, access, Set.of(), true, action);
    }

    /** A route for DELETE, which removes. */
    public static Route delete(String path, Access access, Action action) {
        return new Route("DELETE", path, access, Set.of(), false, action);
    }
}
