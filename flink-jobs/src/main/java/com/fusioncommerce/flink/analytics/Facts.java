package com.fusioncommerce.flink.analytics;

import com.fusioncommerce.flink.stream.Outgoing;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.analytics.OrderLineFact;
import com.fusioncommerce.schemas.analytics.OrderScoreFact;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.function.SerializableFunction;

/** Converts rows to records of their topics, keyed by order, so that the rows of one order stay in order. */
public final class Facts {
    /** Rows of orders. */
    public static final Outgoing<OrderFact> ORDERS = new ByOrder<>(row -> Keys.of(row.getTenant(), row.getOrderId()));

    /** Rows of order lines. */
    public static final Outgoing<OrderLineFact> LINES =
            new ByOrder<>(row -> Keys.of(row.getTenant(), row.getOrderId()));

    /** Rows of scores. */
    public static final Outgoing<OrderScoreFact> SCORES =
            new ByOrder<>(row -> Keys.of(row.getTenant(), row.getOrderId()));

    private Facts() {}

    private record ByOrder<T extends SpecificRecord>(SerializableFunction<T, String> key) implements Outgoing<T> {
        @Override
        public String key(T row) {
            return key.apply(row);
        }

        @Override
        public SpecificRecord value(T row) {
            return row;
        }
    }
}
