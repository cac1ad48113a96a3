package com.fusioncommerce.api.web;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets pages of configured origins call the API from a browser: they send a bearer token as everybody does, and never a
 * cookie. Everything that is not the API itself (dashboards and their session, consoles) stays with its own origin.
 */
final class CrossOrigin extends CrossOriginHandler {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> REQUEST_HEADERS = Set.of(
            "Accept",
            "Authorization",
            "Consistency-Token",
            "Content-Type",
            "Idempotency-Key",
            "If-None-Match",
            "Last-Event-ID",
            "traceparent",
            Call.CORRELATION_ID);
    private static final Set<String> ANSWER_HEADERS =
            Set.of("Consistency-Token", "ETag", "Location", "Retry-After", "WWW-Authenticate", Call.CORRELATION_ID);

    /**
     * For these origins.
     *
     * @param origins such as {@code https://shop.example}, compared whole
     */
    CrossOrigin(Set<String> origins) {
        setAllowedOriginPatterns(origins.stream().map(Pattern::quote).collect(Collectors.toSet()));
        setAllowedMethods(METHODS);
        setAllowedHeaders(REQUEST_HEADERS);
        setExposedHeaders(ANSWER_HEADERS);
        setAllowCredentials(false);
        setPreflightMaxAge(Duration.ofHours(1));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        boolean api = path.startsWith("/v1/") || path.equals("/openapi.json");
        return api ? super.handle(request, response, callback) : getHandler().handle(request, response, callback);
    }
}
