package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.flink.stream.Outgoing;
import com.fusioncommerce.models.scoring.ModelSignature;
import com.fusioncommerce.models.scoring.Score;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.fraud.FeatureValue;
import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Builds the event of a score. Its id is derived from the id of the order's event, so that a repeated score is
 * deduplicated.
 */
public final class ScoredOrders {
    /** Converts scores to records of their topic. */
    public static final Outgoing<ScoredOrder> OUTGOING = new Records();

    private static final String SOURCE = "/" + FraudScoringJob.NAME;
    private static final String ID_SUFFIX = ":scored";
    private static final List<String> COPIED = List.of(MessageHeaders.CORRELATION_ID, MessageHeaders.TRACE_PARENT);

    private ScoredOrders() {}

    static ScoredOrder of(ScorableOrder scorable, Score score, ModelSignature model, long at) {
        OrderArrival arrival = scorable.arrival();
        OrderCreated order = arrival.order();
        OrderSummary summary = order.getSummary();
        OrderScored event = new OrderScored(
                order.getOrderId(),
                (double) score.value(),
                model.name(),
                model.version(),
                model.featuresHash(),
                features(model, scorable.features()),
                score.reasons(),
                summary.getCustomerId(),
                summary.getCountry(),
                summary.getPlacedAt(),
                summary.getImported(),
                at,
                summary.getCurrency());
        return new ScoredOrder(arrival.key(), headers(arrival, at), event);
    }

    private static List<FeatureValue> features(ModelSignature model, float[] values) {
        List<FeatureValue> features = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            features.add(new FeatureValue(model.features().get(i).name(), values[i]));
        }
        return features;
    }

    private static Map<String, String> headers(OrderArrival arrival, long at) {
        String orderId = arrival.order().getOrderId();
        String cause = arrival.headers().getOrDefault(MessageHeaders.ID, orderId);
        Map<String, String> headers = new HashMap<>();
        for (String name : COPIED) {
            String value = arrival.headers().get(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        headers.put(MessageHeaders.SPEC_VERSION, "1.0");
        headers.put(MessageHeaders.ID, cause + ID_SUFFIX);
        headers.put(MessageHeaders.TYPE, Messages.nameOf(OrderScored.class));
        headers.put(MessageHeaders.SOURCE, SOURCE);
        headers.put(MessageHeaders.SUBJECT, orderId);
        headers.put(MessageHeaders.TIME, Instant.ofEpochMilli(at).toString());
        headers.put(MessageHeaders.TENANT, Keys.tenant(arrival.key()));
        headers.put(MessageHeaders.CAUSATION_ID, cause);
        return headers;
    }

    private static final class Records implements Outgoing<ScoredOrder> {
        private static final long serialVersionUID = 1L;

        @Override
        public String key(ScoredOrder scored) {
            return scored.key();
        }

        @Override
        public SpecificRecord value(ScoredOrder scored) {
            return scored.event();
        }

        @Override
        public Map<String, String> headers(ScoredOrder scored) {
            return scored.headers();
        }
    }
}
