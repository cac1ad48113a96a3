package com.fusioncommerce.flink.analytics;

import com.fusioncommerce.flink.stream.Message;
import com.fusioncommerce.schemas.MessageTypes;
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
 * Events of orders to rows. A row's time is when it mattered to the business: the shopper's clock for what shoppers do, so
 * that an imported history lies in its own months; the platform's clock for what the platform decides of live orders.
 */
final class OrderEvents {
    private OrderEvents() {}

    static List<OrderRows> rows(Message message) {
        if (message.value() instanceof OrderCreated event) {
            OrderFact row = fact(
                    message,
                    event.getOrderId(),
                    event.getSummary(),
                    event.getSummary().getPlacedAt());
            return List.of(new OrderRows(row, lines(message.tenant(), event)));
        }
        return later(message).map(row -> new OrderRows(row, List.of())).stream().toList();
    }

    /** The row of what happens after creation; none for steps in between, which no analyst asks for. */
    private static Optional<OrderFact> later(Message message) {
        SpecificRecord value = message.value();
        if (value instanceof OrderReserved event) {
            return row(message, event.getOrderId(), event.getSummary(), event.getAt(), "");
        }
        if (value instanceof OrderRefused event) {
            return row(message, event.getOrderId(), event.getSummary(), event.getAt(), "");
        }
        if (value instanceof OrderExpired event) {
            return row(message, event.getOrderId(), event.getSummary(), event.getAt(), "");
        }
        if (value instanceof OrderConfirmed event) {
            return row(message, event.getOrderId(), event.getSummary(), event.getAt(), decider(event.getDecision()));
        }
        if (value instanceof OrderRejected event) {
            return row(message, event.getOrderId(), event.getSummary(), event.getAt(), decider(event.getDecision()));
        }
        if (value instanceof OrderCancelled event) {
            return Optional.of(fact(message, event.getOrderId(), event.getSummary(), event.getCancelledAt()));
        }
        return Optional.empty();
    }

    private static String decider(FraudDecision decision) {
        return decision.getBy().name();
    }

    private static Optional<OrderFact> row(
            Message message, String orderId, OrderSummary order, long at, String decidedBy) {
        long time = order.getImported() ? order.getPlacedAt() : at;
        return Optional.of(fact(message, orderId, order, time, decidedBy));
    }

    private static OrderFact fact(Message message, String orderId, OrderSummary order, long time) {
        return fact(message, orderId, order, time, "");
    }

    private static OrderFact fact(Message message, String orderId, OrderSummary order, long time, String decidedBy) {
        return new OrderFact(
                message.tenant(),
                MessageTypes.of(message.value().getClass()),
                time,
                orderId,
                order.getCustomerId(),
                order.getCountry(),
                order.getCurrency(),
                order.getChannel(),
                decidedBy,
                order.getImported(),
                (long) order.getLineCount(),
                order.getUnits(),
                order.getTotal());
    }

    private static List<OrderLineFact> lines(String tenant, OrderCreated event) {
        OrderSummary order = event.getSummary();
        List<OrderLineFact> lines = new ArrayList<>(event.getLines().size());
        Set<String> seen = new HashSet<>();
        for (OrderLine line : event.getLines()) {
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
                    seen.add(line.getSku()) ? 1L : 0L));
        }
        return lines;
    }
}
