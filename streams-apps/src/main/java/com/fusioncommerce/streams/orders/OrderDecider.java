package com.fusioncommerce.streams.orders;

import static com.fusioncommerce.streams.kernel.CommonRefusals.INSUFFICIENT_STOCK;
import static com.fusioncommerce.streams.kernel.CommonRefusals.INVALID_TIME;
import static com.fusioncommerce.streams.kernel.Decision.accept;
import static com.fusioncommerce.streams.kernel.Decision.nothingNew;
import static com.fusioncommerce.streams.kernel.Decision.reject;
import static com.fusioncommerce.streams.orders.OrderRefusals.ORDER_CANCELLED;
import static com.fusioncommerce.streams.orders.OrderRefusals.ORDER_EXISTS;
import static com.fusioncommerce.streams.orders.OrderRefusals.ORDER_NOT_CANCELLABLE;
import static com.fusioncommerce.streams.orders.OrderRefusals.RESERVATION_EXPIRED;
import static com.fusioncommerce.streams.orders.Orders.ORDERS;

import com.fusioncommerce.schemas.common.LineProblem;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.DecidedBy;
import com.fusioncommerce.schemas.orders.FraudDecision;
import com.fusioncommerce.schemas.orders.LineShort;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderAssessed;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.schemas.orders.OrderDeadline;
import com.fusioncommerce.schemas.orders.OrderExpired;
import com.fusioncommerce.schemas.orders.OrderPoolReserved;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.schemas.orders.OrderReserved;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.schemas.orders.PassDeadline;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.RecordFraudScore;
import com.fusioncommerce.schemas.orders.RecordReservation;
import com.fusioncommerce.schemas.orders.ReservationAnswer;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Decides an order: placed, reserved by its pools, confirmed or rejected by the fraud gate; cancelled or expired on the
 * way.
 */
final class OrderDecider {
    private final OrderRules rules;

    OrderDecider(OrderRules rules) {
        this.rules = rules;
    }

    /** Decides a command for a known order. */
    @FunctionalInterface
    interface OfKnown<C extends SpecificRecord> {
        Decision decide(Order order, C command, long now);
    }

    /** A handler that refuses commands for an unknown order. */
    static <C extends SpecificRecord> Handler<C> known(OfKnown<C> decide) {
        return (command, context) -> {
            Order order = order(context);
            return order == null ? Orders.unknown(context.id()) : decide.decide(order, command, context.now());
        };
    }

    static Order order(Context context) {
        return context.state(ORDERS, context.id());
    }

    Decision place(PlaceOrder place, Context context) {
        if (order(context) != null) {
            return reject(ORDER_EXISTS, "there is an order " + place.getOrderId() + " already");
        }
        Decision decision = new OrderPlacement(place, context).decide();
        if (decision instanceof Decision.Accepted accepted) {
            long deadline = context.now() + rules.reservationDeadline().toMillis();
            return accepted.withDeadline(deadline, new PassDeadline(place.getOrderId(), OrderDeadline.RESERVATION))
                    .answeredLater();
        }
        return decision;
    }

    Decision record(Order order, RecordReservation answer, long now) {
        String pool = answer.getPool();
        if (order.getStatus() != OrderStatus.PENDING || !order.getAwaiting().contains(pool)) {
            return nothingNew();
        }
        if (answer.getAnswer() == ReservationAnswer.INSUFFICIENT) {
            List<LineShort> shortages = answer.getShortages().stream()
                    .map(s -> new LineShort(s.getLine(), s.getSku(), s.getRequested(), s.getAvailable()))
                    .toList();
            return accept(new OrderRefused(
                            order.getOrderId(),
                            order.getSummary(),
                            INSUFFICIENT_STOCK.code(),
                            shortages,
                            without(open(order), pool),
                            now))
                    .withoutDeadline();
        }
        if (order.getAwaiting().size() > 1) {
            return accept(new OrderPoolReserved(order.getOrderId(), pool, now));
        }
        return reserved(order, pool, now);
    }

    private Decision reserved(Order order, String pool, long now) {
        OrderReserved reserved = new OrderReserved(order.getOrderId(), pool, order.getSummary(), now);
        FraudDecision decision = decidedAlready(order);
        if (decision == null) {
            return accept(reserved)
                    .withDeadline(
                            now + rules.fraudDeadline().toMillis(),
                            new PassDeadline(order.getOrderId(), OrderDeadline.FRAUD));
        }
        List<String> holding = new ArrayList<>(order.getHolding());
        holding.add(pool);
        return accept(reserved, decided(order, decision, holding, now)).withoutDeadline();
    }

    /** The fraud decision of an order that need not wait for the model, or null. */
    private FraudDecision decidedAlready(Order order) {
        if (order.getSummary().getImported()) {
            return new FraudDecision(DecidedBy.IMPORT, true, null, null, null);
        }
        if (!rules.fraudGate()) {
            return new FraudDecision(DecidedBy.NO_GATE, true, null, null, null);
        }
        return order.getDecision();
    }

    Decision score(Order order, RecordFraudScore score, long now) {
        FraudDecision decision = new FraudDecision(
                DecidedBy.MODEL,
                score.getScore() < rules.fraudThreshold(),
                score.getScore(),
                score.getModel(),
                score.getModelVersion());
        if (order.getStatus() == OrderStatus.PENDING && order.getDecision() == null && rules.fraudGate()) {
            return accept(new OrderAssessed(order.getOrderId(), decision, now));
        }
        if (order.getStatus() == OrderStatus.RESERVED) {
            return accept(decided(order, decision, order.getHolding(), now)).withoutDeadline();
        }
        return nothingNew();
    }

    Decision pass(Order order, PassDeadline passed, long now) {
        OrderDeadline deadline = passed.getDeadline();
        if (deadline == OrderDeadline.RESERVATION && order.getStatus() == OrderStatus.PENDING) {
            return accept(new OrderExpired(order.getOrderId(), order.getSummary(), open(order), now));
        }
        if (deadline == OrderDeadline.FRAUD && order.getStatus() == OrderStatus.RESERVED) {
            FraudDecision rule = new FraudDecision(DecidedBy.DEADLINE_RULE, rules.acceptOnDeadline(), null, null, null);
            return accept(decided(order, rule, order.getHolding(), now));
        }
        return nothingNew();
    }

    private static SpecificRecord decided(Order order, FraudDecision decision, List<String> holding, long now) {
        return decision.getAccepted()
                ? new OrderConfirmed(order.getOrderId(), order.getSummary(), decision, now)
                : new OrderRejected(order.getOrderId(), order.getSummary(), decision, holding, now);
    }

    static Decision cancel(Order order, CancelOrder cancel, long now) {
        Long at = cancel.getCancelledAt();
        if (at != null && at < order.getSummary().getPlacedAt()) {
            return reject(INVALID_TIME, "the order was placed later than that");
        }
        return switch (order.getStatus()) {
            case PENDING, RESERVED, CONFIRMED ->
                accept(new OrderCancelled(
                                order.getOrderId(),
                                order.getSummary(),
                                cancel.getReason(),
                                open(order),
                                at == null ? now : at,
                                now))
                        .withoutDeadline();
            default ->
                reject(
                        ORDER_NOT_CANCELLABLE,
                        "the order is " + status(order) + "; only one that lives can be cancelled");
        };
    }

    /** Pools that hold units for the order or have not answered yet. */
    private static List<String> open(Order order) {
        List<String> pools = new ArrayList<>(order.getHolding());
        pools.addAll(order.getAwaiting());
        return pools;
    }

    private static List<String> without(List<String> pools, String pool) {
        return pools.stream().filter(other -> !other.equals(pool)).toList();
    }

    private static String status(Order order) {
        return order.getStatus().name().toLowerCase(Locale.ROOT);
    }

    static Optional<Decision> settled(Context context) {
        Order order = order(context);
        if (order == null || order.getStatus() == OrderStatus.PENDING) {
            return Optional.empty();
        }
        return Optional.of(
                switch (order.getStatus()) {
                    case REFUSED ->
                        reject(
                                INSUFFICIENT_STOCK,
                                order.getShortages().size() + " lines are short of stock",
                                order.getShortages().stream()
                                        .map(s -> new LineProblem(
                                                s.getLine(),
                                                s.getSku(),
                                                INSUFFICIENT_STOCK.code(),
                                                s.getRequested(),
                                                s.getAvailable()))
                                        .toList());
                    case EXPIRED -> reject(RESERVATION_EXPIRED, "a pool did not answer in time");
                    case CANCELLED -> reject(ORDER_CANCELLED, "the order was cancelled before it was reserved");
                    default -> accept(List.of(), answer(order));
                });
    }

    private static Map<String, String> answer(Order order) {
        return Map.of(
                "orderId", order.getOrderId(),
                "status", status(order),
                "currency", order.getSummary().getCurrency(),
                "total", Long.toString(order.getSummary().getTotal()),
                "units", Long.toString(order.getSummary().getUnits()),
                "lineCount", Integer.toString(order.getSummary().getLineCount()));
    }
}
