package com.fusioncommerce.models.training;

import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.simulation.ShopperAction.Label;
import com.fusioncommerce.models.simulation.SimulatedReplay.Replayed;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One order as a training example.
 *
 * @param shopper the order's shopper, guest or not
 * @param at time of the order
 * @param label the true label
 * @param features features at that time
 */
@SuppressWarnings("ArrayRecordComponent")
record Example(String shopper, Instant at, Label label, float[] features) {
    private static final Map<String, Integer> COLUMNS = new HashMap<>();

    static {
        for (String name : FraudFeatures.names()) {
            COLUMNS.put(name, COLUMNS.size());
        }
    }

    static Example of(Replayed order) {
        return new Example(
                order.placed().customerId(), order.placed().at(), order.placed().label(), order.features());
    }

    boolean fraudulent() {
        return label != Label.HONEST;
    }

    /** The value of a feature. */
    float of(String feature) {
        return features[COLUMNS.get(feature)];
    }
}
