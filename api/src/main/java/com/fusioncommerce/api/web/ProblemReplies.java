package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Converts problems to answers. */
public final class ProblemReplies {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemReplies.class);

    private ProblemReplies() {}

    /** A problem as an answer. */
    public static Reply of(Problem problem, String correlationId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type().uri());
        body.put("title", problem.type().title());
        body.put("status", problem.type().status());
        body.put("code", problem.type().code());
        body.put("detail", problem.detail());
        body.put("instance", "urn:fusioncommerce:request:" + correlationId);
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors());
        }
        if (!problem.problems().isEmpty()) {
            body.put("problems", problem.problems());
        }
        Reply reply = Reply.bytes(problem.type().status(), Reply.PROBLEM, Json.write(body));
        for (Map.Entry<String, String> header : problem.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    /** A failure as an answer: an unexpected exception is logged, and its details are not disclosed. */
    static Reply of(Throwable failure, String correlationId) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ProblemException problem) {
            return of(problem.problem(), correlationId);
        }
        if (cause instanceof HttpResponseException http) {
            return of(ofStatus(http.getStatus()), correlationId);
        }
        if (cause instanceof RejectedExecutionException) {
            return of(Problem.retryable(ProblemType.OVERLOADED, "Try again in a moment.", 1), correlationId);
        }
        LOG.error("request {} failed", correlationId, cause);
        return of(Problem.of(ProblemType.INTERNAL_ERROR, "It was logged under the instance given."), correlationId);
    }

    /** The problem of an HTTP status that the server itself gives, with a detail. */
    static Problem ofStatus(int status, String detail) {
        return Problem.of(ofStatus(status).type(), detail);
    }

    /** The problem of an HTTP status that the server itself gives. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemType.UNKNOWN_ROUTE, "Look at /openapi.json.");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Look at the header Allow.");
            case 408 -> Problem.of(ProblemType.REQUEST_TIMEOUT, "The request came too slowly.");
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "The body is too large.");
            case 414 -> Problem.of(ProblemType.URI_TOO_LONG, "The address is too long.");
            case 431 -> Problem.of(ProblemType.HEADERS_TOO_LARGE, "The headers are too large.");
            case 505 -> Problem.of(ProblemType.INVALID_REQUEST, "Speak HTTP/1.1.");
            case 503 -> Problem.retryable(ProblemType.NOT_READY, "Try again in a moment.", 1);
            default ->
                status < 500
                        ? Problem.of(ProblemType.INVALID_REQUEST, "The request could not be read.")
                        : Problem.of(ProblemType.INTERNAL_ERROR, "The server failed.");
        };
    }
}
