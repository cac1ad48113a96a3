package com.fusioncommerce.flink.analytics;

import com.fusioncommerce.flink.stream.Message;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.analytics.OrderLineFact;
import com.fusioncommerce.schemas.orders.FraudDecision;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderExpired;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.schemas.orders.OrderReserved;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Converts order events to rows. Every row's time is when its order was placed, by the shopper's clock, so that an
 * ended order is subtracted from the day on which it was placed, and imported orders count in their own months.
 */
final class OrderEvents {
    private static final long MINUTE = 60_000;

    private OrderEvents() {}

    static List<OrderRows> rows(Message message) {
        if (message.value() instanceof OrderCreated event) {
            OrderFact row = fact(message, event.getOrderId(), event.getSummary(), event.getAt(), Effect.ADDS, "");
            return List.of(new OrderRows(row, lines(message.tenant(), event)));
        }
        return later(message).map(row -> new OrderRows(row, List.of())).stream().toList();
    }

    /** The sign of an event for net sums: 1 for a created order, -1 for one that ended. */
    private enum Effect {
        ADDS(1),
        NONE(0),
        ENDS(-1);

        private final int sign;

        Effect(int sign) {
            this.sign = sign;
        }
    }

    /** The row of an event after the creation; none for intermediate steps, which analysts do not need. */
    private static Optional<OrderFact> later(Message message) {
        SpecificRecord value = message.value();
        if (value instanceof OrderReserved event) {
            return row(message, event.getOrderId(), event.getSummary(), event.getAt(), Effect.NONE, "");
        }
        if (value instanceof OrderConfirmed event) {
            String by = decider(event.getDecision());
            return row(message, event.getOrderId(), event.getSummary(), event.getAt(), Effect.NONE, by);
        }
        if (value instanceof OrderRefused event) {
            return row(message, event.getOrderId(), event.getSummary(), event.getAt(), Effect.ENDS, "");
        }
        if (value instanceof OrderExpired event) {
            return row(message, event.getOrderId(), event.getSummary(), event.getAt(), Effect.ENDS, "");
        }
        if (value instanceof OrderRejected event) {
            String by = decider(event.getDecision());
            return row(message, event.getOrderId(), event.getSummary(), event.getAt(), Effect.ENDS, by);
        }
        if (value instanceof OrderCancelled event) {
            return row(message, event.getOrderId(), event.getSummary(), event.getAt(), Effect.ENDS, "");
        }
        return Optional.empty();
    }

    private static String decider(FraudDecision decision) {
        return decision.getBy().name();
    }

    private static Optional<OrderFact> row(
            Message message, String orderId, OrderSummary order, long at, Effect effect, String decidedBy) {
        return Optional.of(fact(message, orderId, order, at, effect, decidedBy));
    }

    private static OrderFact fact(
            Message message, String orderId, OrderSummary order, long at, Effect effect, String decidedBy) {
        return new OrderFact(
                message.tenant(),
                Messages.nameOf(message.value().getClass()),
                order.getPlacedAt(),
                orderId,
                order.getCustomerId(),
                order.getCountry(),
                order.getCurrency(),
                order.getChannel(),
                decidedBy,
                order.getImported(),
                (long) order.getLineCount(),
                order.getUnits(),
                order.getTotal(),
                at,
                minuteOf(at),
                (long) effect.sign,
                effect.sign * order.getUnits(),
                effect.sign * order.getTotal());
    }

    private static long minuteOf(long at) {
        return Math.floorDiv(at, MINUTE) * MINUTE;
    }

    private static List<OrderLineFact> lines(String tenant, OrderCreated event) {
        OrderSummary order = event.getSummary();
        List<OrderLineFact> lines = new ArrayList<>(event.getLines().size());
        Set<String> seen = new HashSet<>();
        for (OrderLine line : event.getLines()) {
            long orders = seen.add(line.getSku()) ? 1L : 0L;
            lines.add(new OrderLineFact(
                    tenant,
                    order.getPlacedAt(),
                    event.getOrderId(),
                    line.getSku(),
                    order.getCountry(),
                    order.getCurrency(),
                    order.getChannel(),
                    order.getImported(),
                    line.getQuantity(),
                    line.getTotal(),
                    orders,
                    Messages.nameOf(OrderCreated.class),
                    minuteOf(event.getAt()),
                    orders,
                    line.getQuantity(),
                    line.getTotal()));
        }
        return lines;
    }
}
