package com.fusioncommerce.streams.orders;

import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.orders.RecordFraudScore;
import com.fusioncommerce.streams.kernel.Event;
import com.fusioncommerce.streams.kernel.Policy.Send;
import java.util.List;

/** Policy that records a fraud score in its order, except for imported orders. */
final class FraudScores {
    private FraudScores() {}

    static List<Send> scored(Event<OrderScored> event) {
        OrderScored scored = event.value();
        if (scored.getImported()) {
            return List.of();
        }
        return List.of(new Send(
                scored.getOrderId(),
                new RecordFraudScore(
                        scored.getOrderId(), scored.getScore(), scored.getModel(), scored.getModelVersion())));
    }
}
