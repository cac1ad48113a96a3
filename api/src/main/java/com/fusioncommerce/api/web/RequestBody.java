package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;

/** Reads the bodies of requests. */
final class RequestBody {
    private RequestBody() {}

    /**
     * A body declared as JSON without content coding.
     *
     * @throws ProblemException if the headers declare another type or coding
     */
    static byte[] read(Context context, RequestHead head) {
        // The servlet's getContentType is not used: it fails on an unknown charset.
        String type = head.header("Content-Type").orElse(null);
        String encoding = head.list("Content-Encoding").orElse("");
        byte[] body = bytes(context);
        if (!isIdentity(encoding)) {
            throw Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Encoding is " + Characters.printable(encoding) + "; send the body as it is.")
                    .with("Accept-Encoding", "identity")
                    .raised();
        }
        if (!isJson(type)) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    (type == null
                                    ? "Content-Type is missing: this takes a body of JSON, {} at least"
                                    : "Content-Type is " + Characters.printable(type))
                            + "; send application/json in UTF-8.");
        }
        return body;
    }

    /** A body of any type. The body has arrived completely, so that reading does not block. */
    static byte[] bytes(Context context) {
        try {
            return context.req().getInputStream().readAllBytes();
        } catch (IOException e) {
            throw ProblemException.of(ProblemType.INVALID_REQUEST, "The body broke off.");
        }
    }

    /** Whether a list of content codings has none: identity and empty elements do not count (RFC 9110, 5.6.1). */
    private static boolean isIdentity(String codings) {
        for (String coding : codings.split(",", -1)) {
            String one = coding.trim();
            if (!one.isEmpty() && !one.equalsIgnoreCase("identity")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isJson(String type) {
        if (type == null) {
            return false;
        }
        String[] parts = type.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].trim().equals(Reply.JSON)) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].trim().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }
}
