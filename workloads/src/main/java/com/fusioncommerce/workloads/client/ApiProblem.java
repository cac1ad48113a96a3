package com.fusioncommerce.workloads.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The API's no, as RFC 9457 has it.
 *
 * @param status HTTP status
 * @param code stable code, e.g. {@code insufficient_stock}; {@code http_<status>} where the answer was no problem document
 * @param detail what went wrong, for a person
 * @param lines lines of an order that could not be done
 */
public record ApiProblem(int status, String code, String detail, List<Line> lines) {

    /** A line that could not be done; units are 0 where they say nothing. */
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

    /** Whether the same request may succeed later: the API is busy, starting, or its state is on its way. */
    boolean passes() {
        return status == 429 || status == 503;
    }

    @Override
    public String toString() {
        return status + " " + code + ": " + detail;
    }
}
