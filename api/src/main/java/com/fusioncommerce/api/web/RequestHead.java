package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The head of a request. A duplicate of a single-valued header, cookie or parameter is refused: a proxy may use another
 * one of the values than this server.
 */
final class RequestHead {
    private final HttpServletRequest request;
    private final Query query;

    RequestHead(HttpServletRequest request) {
        this.request = request;
        this.query = new Query(request.getQueryString());
    }

    Query query() {
        return query;
    }

    /**
     * A header with a single value.
     *
     * @throws ProblemException if the header occurs more than once
     */
    Optional<String> header(String name) {
        return only("header", name, headers(name));
    }

    /** A list header (RFC 9110, 5.3): all its fields, joined by commas. */
    Optional<String> list(String name) {
        List<String> fields = headers(name);
        return fields.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", fields));
    }

    /** All fields of a header. */
    List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    /**
     * A cookie.
     *
     * @throws ProblemException if the cookie occurs more than once
     */
    Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies();
        return only(
                "cookie",
                name,
                Stream.of(cookies == null ? new Cookie[0] : cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .toList());
    }

    private static Optional<String> only(String kind, String name, List<String> values) {
        if (values.size() > 1) {
            throw ProblemException.of(
                    ProblemType.INVALID_REQUEST,
                    "The " + kind + " " + name + " is there more than once; send it once.");
        }
        return values.stream().findFirst();
    }
}
