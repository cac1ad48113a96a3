package com.fusioncommerce.models.features;

import static com.fusioncommerce.models.features.OrderView.UNKNOWN;

import com.fusioncommerce.schemas.fraud.AttemptOutcome;
import com.fusioncommerce.schemas.fraud.RecentOrder;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One feature. Amounts are in euros, at the rates of {@link com.fusioncommerce.models.reference.EuroRates}; an unknown
 * value is {@link OrderView#UNKNOWN}.
 *
 * <p>An order that stock refused or that its customer cancelled is an attempt: it counts in the features of attempts
 * only, never as velocity or history. An order that the gate rejected counts in no feature: the model's own decision is
 * no evidence, and a false positive would cause the next.
 *
 * @param name the feature's name in signatures and scores
 * @param reason explanation shown to people if this feature, with others of the same reason, raised a score
 * @param value computes the feature
 */
record FraudFeature(String name, String reason, ToDoubleFunction<OrderView> value) {
    private static final String VALUE = "order_value";
    private static final String BASKET = "basket";
    private static final String VELOCITY = "order_velocity";
    private static final String ATTEMPTS = "attempts";
    private static final String HISTORY = "customer_history";
    private static final String COUNTRY = "country";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Activities.LONGEST_WINDOW;
    private static final double SECONDS_A_DAY = 86_400;

    /** All features, in the order of a model's input columns. */
    static final List<FraudFeature> ALL = List.of(
            valued("log_amount", order -> StrictMath.log1p(order.amount())),
            valued("amount_to_usual", FraudFeature::amountToUsual),
            valued("average_line_value", order -> order.amount() / Math.max(1, order.lines.size())),
            valued("highest_unit_price", OrderView::highestUnitPrice),
            new FraudFeature("lines", BASKET, order -> order.lines.size()),
            new FraudFeature("units", BASKET, order -> order.summary.getUnits()),
            new FraudFeature("most_units_of_a_line", BASKET, OrderView::mostUnitsOfALine),
            new FraudFeature("largest_line_share", BASKET, OrderView::largestLineShare),
            ofCustomer("orders_1m", VELOCITY, order -> order.ordersWithin(MINUTE)),
            ofCustomer("orders_10m", VELOCITY, order -> order.ordersWithin(TEN_MINUTES)),
            ofCustomer("orders_1h", VELOCITY, order -> order.ordersWithin(HOUR)),
            ofCustomer("orders_24h", VELOCITY, order -> order.ordersWithin(DAY)),
            ofCustomer("spent_1h", VELOCITY, order -> order.spentWithin(HOUR)),
            ofCustomer("spent_24h", VELOCITY, order -> order.spentWithin(DAY)),
            ofCustomer("seconds_since_last_order", VELOCITY, FraudFeature::secondsSinceLast),
            ofCustomer("refused_24h", ATTEMPTS, order -> order.countWithin(DAY, AttemptOutcome.REFUSED)),
            ofCustomer("cancelled_24h", ATTEMPTS, order -> order.countWithin(DAY, AttemptOutcome.CANCELLED)),
            new FraudFeature("guest", HISTORY, order -> flag(order.guest)),
            ofCustomer("first_order", HISTORY, order -> flag(order.first())),
            ofCustomer("previous_orders", HISTORY, order -> order.previousOrders),
            ofCustomer("days_since_first_order", HISTORY, FraudFeature::daysSinceFirst),
            new FraudFeature("country_mismatch", COUNTRY, order -> flag(order.billedElsewhere())),
            ofCustomer("away_from_home", COUNTRY, order -> flag(order.awayFromHome())),
            ofCustomer("countries_24h", COUNTRY, order -> order.countriesWithin(DAY)));

    float of(OrderView order) {
        return (float) value.applyAsDouble(order);
    }

    /** A feature computed from an amount: unknown in a currency without a rate. */
    private static FraudFeature valued(String name, ToDoubleFunction<OrderView> value) {
        return new FraudFeature(name, VALUE, order -> order.valued() ? value.applyAsDouble(order) : UNKNOWN);
    }

    /** A feature of the customer's earlier activity: unknown for guests, who have no account. */
    private static FraudFeature ofCustomer(String name, String reason, ToDoubleFunction<OrderView> value) {
        return new FraudFeature(name, reason, order -> order.guest ? UNKNOWN : value.applyAsDouble(order));
    }

    private static double flag(boolean set) {
        return set ? 1 : 0;
    }

    private static double amountToUsual(OrderView order) {
        return order.first() || order.usualAmount() == 0 ? UNKNOWN : order.amount() / order.usualAmount();
    }

    private static double secondsSinceLast(OrderView order) {
        RecentOrder last = order.last();
        return last == null ? UNKNOWN : (order.summary.getPlacedAt() - last.getPlacedAt()) / 1000.0;
    }

    private static double daysSinceFirst(OrderView order) {
        return order.first() ? 0 : order.secondsSinceFirst() / SECONDS_A_DAY;
    }
}
