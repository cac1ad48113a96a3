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
import java.util.List;

/**
 * Events of orders to rows. A row's time is when it mattered to the business: the shopper's clock for what shoppers do, so
 * that an imported history lies in its own months; the platform's clock for what the platform decides of live orders.
 */
final class OrderEvents {
    private OrderEvents() {}

    static List<OrderRows> rows(Message message) {
        if (message.value() instanceof OrderCreated event) {
            return List.of(new OrderRows(
                    fact(
                            message,
                            event.getOrderId(),
                            event.getSummary(),
                            event.getSummary().getPlacedAt()),
                    lines(message.tenant(), event)));
        }
        return List.of(new OrderRows(later(message), List.of()));
    }

    private static OrderFact later(Message message) {
        if (message.value() instanceof OrderReserved event) {
            return fact(message, event.getOrderId(), event.getSummary(), decided(event.getSummary(), event.getAt()));
        }
        if (message.value() instanceof OrderRefused event) {
            return fact(message, event.getOrderId(), event.getSummary(), decided(event.getSummary(), event.getAt()));
        }
        if (message.value() instanceof OrderConfirmed event) {
            long time = decided(event.getSummary(), event.getAt());
            return fact(message, event.getOrderId(), event.getSummary(), time, event.getDecision());
        }
        if (message.value() instanceof OrderRejected event) {
            long time = decided(event.getSummary(), event.getAt());
            return fact(message, event.getOrderId(), event.getSummary(), time, event.getDecision());
        }
        if (message.value() instanceof OrderCancelled event) {
            return fact(message, event.getOrderId(), event.getSummary(), event.getCancelledAt());
        }
        if (message.value() instanceof OrderExpired event) {
            return fact(message, event.getOrderId(), event.getSummary(), decided(event.getSummary(), event.getAt()));
        }
        throw new IllegalArgumentException(
                "no event of an order: " + message.value().getSchema().getFullName());
    }

    private static long decided(OrderSummary order, long at) {
        return order.getImported() ? order.getPlacedAt() : at;
    }

    private static OrderFact fact(Message message, String orderId, OrderSummary order, long time) {
        return fact(message, orderId, order, time, "");
    }

    private static OrderFact fact(
            Message message, String orderId, OrderSummary order, long time, FraudDecision decision) {
        return fact(message, orderId, order, time, decision.getBy().name());
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
                    line.getTotal()));
        }
        return lines;
    }
}
