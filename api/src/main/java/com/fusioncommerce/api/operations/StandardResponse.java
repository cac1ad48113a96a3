package com.fusioncommerce.api.operations;

import java.util.Arrays;

/** The common response of all problems with one HTTP status, in OpenAPI. */
enum StandardResponse {
    BAD_REQUEST(400, "BadRequest", "Not what this takes."),
    UNAUTHORIZED(401, "Unauthorized", "No valid token."),
    FORBIDDEN(403, "Forbidden", "The token does not allow this."),
    NOT_FOUND(404, "NotFound", "No such thing, or another tenant's."),
    METHOD_NOT_ALLOWED(405, "MethodNotAllowed", "The path has no such method."),
    TOO_SLOW(
            408,
            "TooSlow",
            "`request_timeout`. The body came more slowly than the least rate, or another client needed the memory; the"
                    + " connection is closed."),
    CONFLICT(409, "Conflict", "The state does not allow this."),
    TOO_LARGE(413, "TooLarge", "The body is too large."),
    URI_TOO_LONG(414, "UriTooLong", "The address is longer than 8 KiB."),
    WRONG_MEDIA_TYPE(415, "WrongMediaType", "The body is not application/json, or is encoded further."),
    UNPROCESSABLE(422, "Unprocessable", "Understood, and cannot be done."),
    TOO_MANY(429, "TooMany", "This tenant has too much under way."),
    HEADERS_TOO_LARGE(431, "HeadersTooLarge", "The headers are larger than 8 KiB."),
    UNAVAILABLE(503, "Unavailable", "Not at this moment.");

    private final int status;
    private final String component;
    private final String description;

    StandardResponse(int status, String component, String description) {
        this.status = status;
        this.component = component;
        this.description = description;
    }

    static StandardResponse of(int status) {
        return Arrays.stream(values())
                .filter(response -> response.status == status)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no problem has the status " + status + " yet"));
    }

    /** The response's component name in OpenAPI. */
    String component() {
        return component;
    }

    String description() {
        return description;
    }
}
