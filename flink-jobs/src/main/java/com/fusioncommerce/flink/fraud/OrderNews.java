package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.flink.stream.Message;
import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.fraud.AttemptOutcome;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderExpired;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.types.Either;

/**
 * Input of the scoring job from order events: created orders, to be scored, and failed orders, to be kept as attempts.
 * Both events of one order are in one partition, so they reach the customer's state in sequence.
 */
final class OrderNews {
    /** Flink's type of the news. */
    static final TypeInformation<Either<OrderArrival, OrderEnd>> TYPE =
            new EitherTypeInfo<>(TypeInformation.of(OrderArrival.class), TypeInformation.of(OrderEnd.class));

    private OrderNews() {}

    /** The news in an event; none where an order goes on, or where a guest's order ends, since guests have no state. */
    static List<Either<OrderArrival, OrderEnd>> of(Message message) {
        Object event = message.value();
        if (event instanceof OrderCreated order) {
            return List.of(Either.Left(arrival(message, order)));
        }
        if (event instanceof OrderRefused refused) {
            return end(message, refused.getOrderId(), refused.getSummary(), AttemptOutcome.REFUSED);
        }
        if (event instanceof OrderExpired expired) {
            return end(message, expired.getOrderId(), expired.getSummary(), AttemptOutcome.REFUSED);
        }
        if (event instanceof OrderRejected rejected) {
            return end(message, rejected.getOrderId(), rejected.getSummary(), AttemptOutcome.REJECTED);
        }
        if (event instanceof OrderCancelled cancelled) {
            return end(message, cancelled.getOrderId(), cancelled.getSummary(), AttemptOutcome.CANCELLED);
        }
        return List.of();
    }

    /** Key of the customer's state that the news belong to. */
    static String customer(Either<OrderArrival, OrderEnd> news) {
        return news.isLeft() ? news.left().customer() : news.right().customer();
    }

    private static OrderArrival arrival(Message message, OrderCreated order) {
        String currency = order.getSummary().getCurrency();
        try {
            // Withdrawn currencies have decimals too: an order of a product priced before the withdrawal is scored as
            // any other.
            Amounts.decimals(currency);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "order " + order.getOrderId() + " in an unknown currency: " + currency, e);
        }
        return new OrderArrival(message.key(), message.headers(), order);
    }

    private static List<Either<OrderArrival, OrderEnd>> end(
            Message message, String orderId, OrderSummary summary, AttemptOutcome outcome) {
        if (Guests.isGuest(summary.getCustomerId())) {
            return List.of();
        }
        String customer = Keys.of(Keys.tenant(message.key()), summary.getCustomerId());
        return List.of(Either.Right(new OrderEnd(customer, orderId, outcome)));
    }
}
