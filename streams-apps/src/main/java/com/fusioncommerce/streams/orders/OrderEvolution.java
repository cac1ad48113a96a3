package com.fusioncommerce.streams.orders;

import static com.fusioncommerce.streams.orders.OrderRefusals.RESERVATION_EXPIRED;
import static com.fusioncommerce.streams.orders.Orders.ORDERS;

import com.fusioncommerce.schemas.orders.FraudDecision;
import com.fusioncommerce.schemas.orders.LineShort;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderAssessed;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderExpired;
import com.fusioncommerce.schemas.orders.OrderPoolReserved;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.schemas.orders.OrderReserved;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.streams.kernel.States;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Folds events into an order. */
final class OrderEvolution {
    private OrderEvolution() {}

    static void evolve(SpecificRecord event, States states) {
        if (event instanceof OrderCreated created) {
            states.put(ORDERS, created.getOrderId(), created(created));
            return;
        }
        String id = (String) event.get(event.getSchema().getField("orderId").pos());
        states.put(ORDERS, id, next(states.get(ORDERS, id), event));
    }

    /** The state after an event; {@code order} is null before {@code order.created}. */
    static Order next(Order order, SpecificRecord event) {
        if (event instanceof OrderCreated created) {
            return created(created);
        }
        Draft draft = new Draft(order);
        if (event instanceof OrderPoolReserved e) {
            return draft.holds(e.getPool()).at(e.getAt());
        }
        if (event instanceof OrderReserved e) {
            return draft.holds(e.getPool()).status(OrderStatus.RESERVED).at(e.getAt());
        }
        if (event instanceof OrderAssessed e) {
            return draft.decision(e.getDecision()).at(e.getAt());
        }
        if (event instanceof OrderConfirmed e) {
            return draft.decision(e.getDecision()).status(OrderStatus.CONFIRMED).at(e.getAt());
        }
        if (event instanceof OrderRejected e) {
            return draft.decision(e.getDecision())
                    .ended(OrderStatus.REJECTED, "fraud")
                    .at(e.getAt());
        }
        if (event instanceof OrderRefused e) {
            return draft.shortages(e.getShortages())
                    .ended(OrderStatus.REFUSED, e.getReason())
                    .at(e.getAt());
        }
        if (event instanceof OrderCancelled e) {
            return draft.ended(OrderStatus.CANCELLED, e.getReason()).at(e.getAt());
        }
        if (event instanceof OrderExpired e) {
            return draft.ended(OrderStatus.EXPIRED, RESERVATION_EXPIRED.code()).at(e.getAt());
        }
        throw new IllegalArgumentException(
                "no event of orders: " + event.getSchema().getName());
    }

    private static Order created(OrderCreated created) {
        return new Order(
                created.getOrderId(),
                OrderStatus.PENDING,
                created.getSummary(),
                created.getLines(),
                created.getPools(),
                created.getPools(),
                List.of(),
                List.of(),
                null,
                "",
                created.getAt(),
                created.getAt(),
                1L,
                List.of(created.getAt()));
    }

    /** The changes that an event makes to an order's state. */
    private static final class Draft {
        private final Order order;
        private OrderStatus status;
        private List<String> awaiting;
        private List<String> holding;
        private List<LineShort> shortages;
        private FraudDecision decision;
        private String reason;

        Draft(Order order) {
            this.order = order;
            this.status = order.getStatus();
            this.awaiting = order.getAwaiting();
            this.holding = order.getHolding();
            this.shortages = order.getShortages();
            this.decision = order.getDecision();
            this.reason = order.getReason();
        }

        Draft status(OrderStatus next) {
            status = next;
            return this;
        }

        Draft holds(String pool) {
            holding = new ArrayList<>(holding);
            holding.add(pool);
            awaiting = awaiting.stream().filter(other -> !other.equals(pool)).toList();
            return this;
        }

        Draft ended(OrderStatus end, String why) {
            status = end;
            reason = why;
            awaiting = List.of();
            holding = List.of();
            return this;
        }

        Draft shortages(List<LineShort> lines) {
            shortages = lines;
            return this;
        }

        Draft decision(FraudDecision decided) {
            decision = decided;
            return this;
        }

        Order at(long at) {
            List<Long> times = new ArrayList<>(order.getEventTimes());
            times.add(at);
            return new Order(
                    order.getOrderId(),
                    status,
                    order.getSummary(),
                    order.getLines(),
                    order.getPools(),
                    awaiting,
                    holding,
                    shortages,
                    decision,
                    reason,
                    order.getCreatedAt(),
                    at,
                    order.getVersion() + 1,
                    times);
        }
    }
}
