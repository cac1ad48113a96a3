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
 * CORS for the API: pages of configured origins may call it from a browser, with a bearer token and without cookies.
 * All other paths (dashboards with their session, consoles) stay same-origin.
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
     * Allows these origins.
     *
     * @param origins such as {@code https://shop.example}, compared as a whole
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
