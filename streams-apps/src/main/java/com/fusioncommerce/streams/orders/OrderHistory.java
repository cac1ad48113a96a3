package com.fusioncommerce.streams.orders;

import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.streams.kernel.Decider;
import com.fusioncommerce.streams.kernel.StatesInMemory;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Rebuilds an order from its events. */
public final class OrderHistory {
    /** Folds do not depend on the operator's rules. */
    private static final Decider DECIDER = Orders.domain(OrderRules.defaults()).decider();

    private OrderHistory() {}

    /** The order after these events, which start with its first; empty where there are none. */
    public static Optional<Order> replay(List<? extends SpecificRecord> events) {
        StatesInMemory states = new StatesInMemory();
        events.forEach(event -> DECIDER.evolve(event, states));
        return states.all(Orders.ORDERS).findFirst();
    }
}
