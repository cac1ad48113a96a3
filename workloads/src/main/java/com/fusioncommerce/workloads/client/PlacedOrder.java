package com.fusioncommerce.workloads.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An order as the API shows it.
 *
 * @param status lower case, e.g. {@code confirmed}
 * @param total in minor units
 * @param decidedBy who decided at the fraud gate, empty before a decision
 * @param lines empty if the answer has none
 */
public record PlacedOrder(
        String orderId,
        String status,
        String customerId,
        String country,
        boolean imported,
        Instant placedAt,
        int lineCount,
        long units,
        long total,
        String currency,
        String decidedBy,
        List<Line> lines) {

    /** An order line; its total in minor units. */
    public record Line(String sku, long quantity, long total) {}

    /** Copies the lines. */
    public PlacedOrder {
        lines = List.copyOf(lines);
    }

    static PlacedOrder of(JsonNode order) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : order.path("lines")) {
            lines.add(new Line(
                    line.path("sku").asText(),
                    line.path("quantity").asLong(),
                    line.path("total").path("amount").asLong()));
        }
        String placedAt = order.path("placedAt").asText();
        return new PlacedOrder(
                order.path("orderId").asText(),
                order.path("status").asText(),
                order.path("customerId").asText(),
                order.path("country").asText(),
                order.path("imported").asBoolean(),
                placedAt.isEmpty() ? Instant.EPOCH : Instant.parse(placedAt),
                order.path("lineCount").asInt(),
                order.path("units").asLong(),
                order.path("total").path("amount").asLong(),
                order.path("total").path("currency").asText(),
                order.path("decision").path("by").asText(),
                lines);
    }
}
