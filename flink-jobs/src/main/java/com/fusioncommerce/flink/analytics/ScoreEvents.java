package com.fusioncommerce.flink.analytics;

import com.fusioncommerce.flink.stream.Message;
import com.fusioncommerce.schemas.analytics.OrderScoreFact;
import com.fusioncommerce.schemas.fraud.OrderScored;
import java.util.List;

/** Converts scores to rows, whose time is when the scored order was placed. */
final class ScoreEvents {
    private static final int BUCKETS = 10;

    private ScoreEvents() {}

    static List<OrderScoreFact> rows(Message message) {
        if (!(message.value() instanceof OrderScored event)) {
            return List.of();
        }
        return List.of(new OrderScoreFact(
                message.tenant(),
                event.getPlacedAt(),
                event.getOrderId(),
                event.getCountry(),
                event.getModel(),
                event.getModelVersion(),
                event.getImported(),
                Math.min(BUCKETS - 1, (int) (event.getScore() * BUCKETS)),
                event.getScore(),
                event.getCurrency()));
    }
}
