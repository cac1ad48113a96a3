package com.fusioncommerce.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.testing.RawConnection.Answer;

/** Checks answers of fuzzed requests against the OpenAPI document. */
public final class Verdict {
    private static final String PROBLEM = "application/problem+json";
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final ApiDocument document;

    /** Creates a check by a document. */
    public Verdict(ApiDocument document) {
        this.document = document;
    }

    /** The failure of an answer; empty if there is none. */
    public String of(FuzzRequest request, Answer answer) {
        if (answer.status() >= SERVER_ERROR && !storeIsMissing(request, answer)) {
            return "status " + answer.status() + ": " + answer.body();
        }
        if (answer.header("x-correlation-id") == null) {
            return "no correlation id";
        }
        if (request.operation() != null && !request.isHead()) {
            return against(request, answer);
        }
        boolean hasProblem = answer.status() >= CLIENT_ERROR && !request.isHead();
        return hasProblem ? problem(answer) : "";
    }

    /** Whether the answer reports a missing Druid: the tests of this module run without one. */
    private static boolean storeIsMissing(FuzzRequest request, Answer answer) {
        return answer.status() == 503
                && request.line().contains("/dashboards/data/")
                && (request.isHead() || answer.body().contains("\"analytics_unavailable\""));
    }

    private String against(FuzzRequest request, Answer answer) {
        JsonNode response = document.response(request.operation(), answer.status());
        if (response == null) {
            return "status " + answer.status() + " is not documented for "
                    + request.operation().id() + ": " + answer.body();
        }
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            return answer.body().isEmpty() ? "" : "a body where none is documented";
        }
        JsonNode media = content.has("*/*") ? content.path("*/*") : content.path(String.valueOf(answer.mediaType()));
        if (media.isMissingNode()) {
            return "media type " + answer.mediaType() + " is not documented for "
                    + request.operation().id() + " " + answer.status();
        }
        boolean json = String.valueOf(answer.mediaType()).endsWith("json");
        return json ? document.misfit(media.path("schema"), answer.body()) : "";
    }

    private String problem(Answer answer) {
        return PROBLEM.equals(answer.mediaType())
                ? document.misfit(document.problem(), answer.body())
                : "an error that is no problem but " + answer.mediaType();
    }
}
