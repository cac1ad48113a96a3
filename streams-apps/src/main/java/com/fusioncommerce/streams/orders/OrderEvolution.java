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

/** Folds events into an order. */
final class OrderEvolution {
    private OrderEvolution() {}

    static void created(OrderCreated created, States states) {
        states.put(ORDERS, created.getOrderId(), created(created));
    }

    static void poolReserved(OrderPoolReserved event, States states) {
        change(event.getOrderId(), states).holds(event.getPool()).at(event.getAt());
    }

    static void reserved(OrderReserved event, States states) {
        change(event.getOrderId(), states)
                .holds(event.getPool())
                .status(OrderStatus.RESERVED)
                .at(event.getAt());
    }

    static void assessed(OrderAssessed event, States states) {
        change(event.getOrderId(), states).decision(event.getDecision()).at(event.getAt());
    }

    static void confirmed(OrderConfirmed event, States states) {
        change(event.getOrderId(), states)
                .decision(event.getDecision())
                .status(OrderStatus.CONFIRMED)
                .at(event.getAt());
    }

    static void rejected(OrderRejected event, States states) {
        change(event.getOrderId(), states)
                .decision(event.getDecision())
                .ended(OrderStatus.REJECTED, "fraud")
                .at(event.getAt());
    }

    static void refused(OrderRefused event, States states) {
        change(event.getOrderId(), states)
                .shortages(event.getShortages())
                .ended(OrderStatus.REFUSED, event.getReason())
                .at(event.getAt());
    }

    static void cancelled(OrderCancelled event, States states) {
        change(event.getOrderId(), states)
                .ended(OrderStatus.CANCELLED, event.getReason())
                .at(event.getAt());
    }

    static void expired(OrderExpired event, States states) {
        change(event.getOrderId(), states)
                .ended(OrderStatus.EXPIRED, RESERVATION_EXPIRED.code())
                .at(event.getAt());
    }

    private static Draft change(String id, States states) {
        return new Draft(states.get(ORDERS, id), states);
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
        private final States states;
        private OrderStatus status;
        private List<String> awaiting;
        private List<String> holding;
        private List<LineShort> shortages;
        private FraudDecision decision;
        private String reason;

        Draft(Order order, States states) {
            this.order = order;
            this.states = states;
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

        void at(long at) {
            List<Long> times = new ArrayList<>(order.getEventTimes());
            times.add(at);
            Order changed = new Order(
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
            states.put(ORDERS, order.getOrderId(), changed);
        }
    }
}
