package com.fusioncommerce.streams.orders;

import com.fusioncommerce.schemas.orders.Order;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** An order's past. */
public final class OrderHistory {
    private OrderHistory() {}

    /** The order after these events, which start with its first; empty where there are none. */
    public static Optional<Order> replay(List<? extends SpecificRecord> events) {
        Order order = null;
        for (SpecificRecord event : events) {
            order = OrderEvolution.next(order, event);
        }
        return Optional.ofNullable(order);
    }
}
