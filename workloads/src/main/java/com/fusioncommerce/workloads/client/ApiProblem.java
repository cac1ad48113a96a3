package com.fusioncommerce.workloads.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A problem that the API answered (RFC 9457).
 *
 * @param status HTTP status
 * @param code stable code, e.g. {@code insufficient_stock}; {@code http_<status>} if the answer was no problem document
 * @param detail explanation for people
 * @param lines order lines that failed
 */
public record ApiProblem(int status, String code, String detail, List<Line> lines) {

    /** A failed order line; requested and available units are 0 if they do not apply. */
    public record Line(int line, String sku, String code, long requested, long available) {}

    /** Copies the lines. */
    public ApiProblem {
        lines = List.copyOf(lines);
    }

    static ApiProblem of(int status, JsonNode body) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : body.path("problems")) {
            lines.add(new Line(
                    line.path("line").asInt(),
                    line.path("sku").asText(),
                    line.path("code").asText(),
                    line.path("requested").asLong(),
                    line.path("available").asLong()));
        }
        String title = body.path("title").asText("no problem document");
        return new ApiProblem(
                status,
                body.path("code").asText("http_" + status),
                body.path("detail").asText(title),
                lines);
    }

    /** Whether the same request may succeed later: the API is busy, starting, or its state is being restored. */
    boolean passes() {
        return status == 429 || status == 503;
    }

    @Override
    public String toString() {
        return status + " " + code + ": " + detail;
    }
}
