package com.fusioncommerce.models.features;

import static com.fusioncommerce.models.features.OrderView.UNKNOWN;

import com.fusioncommerce.schemas.fraud.RecentOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One feature. Amounts are in major units of the order's currency; what cannot be known is {@link OrderView#UNKNOWN}.
 *
 * @param name its name in signatures and scores
 * @param reason what a person is told where this feature, with others of the same reason, drove a score up
 * @param value how it is computed
 */
record FraudFeature(String name, String reason, ToDoubleFunction<OrderView> value) {
    private static final String VALUE = "order_value";
    private static final String BASKET = "basket";
    private static final String VELOCITY = "order_velocity";
    private static final String HISTORY = "customer_history";
    private static final String COUNTRY = "country";
    private static final String TIME = "time_of_day";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Activities.LONGEST_WINDOW;
    private static final double SECONDS_A_DAY = 86_400;

    /** All of them, in the order in which a model gets them. */
    static final List<FraudFeature> ALL = List.of(
            new FraudFeature("log_amount", VALUE, order -> StrictMath.log1p(order.amount())),
            new FraudFeature("amount_to_usual", VALUE, FraudFeature::amountToUsual),
            new FraudFeature("average_line_value", VALUE, order -> order.amount() / Math.max(1, order.lines.size())),
            new FraudFeature("highest_unit_price", VALUE, OrderView::highestUnitPrice),
            new FraudFeature("lines", BASKET, order -> order.lines.size()),
            new FraudFeature("units", BASKET, order -> order.summary.getUnits()),
            new FraudFeature("most_units_of_a_line", BASKET, OrderView::mostUnitsOfALine),
            new FraudFeature("largest_line_share", BASKET, FraudFeature::largestLineShare),
            new FraudFeature("orders_1m", VELOCITY, order -> order.ordersWithin(MINUTE)),
            new FraudFeature("orders_1h", VELOCITY, order -> order.ordersWithin(HOUR)),
            new FraudFeature("orders_24h", VELOCITY, order -> order.ordersWithin(DAY)),
            new FraudFeature("spent_1m", VELOCITY, order -> order.spentWithin(MINUTE)),
            new FraudFeature("spent_1h", VELOCITY, order -> order.spentWithin(HOUR)),
            new FraudFeature("spent_24h", VELOCITY, order -> order.spentWithin(DAY)),
            new FraudFeature("seconds_since_last_order", VELOCITY, FraudFeature::secondsSinceLast),
            new FraudFeature("first_order", HISTORY, order -> flag(order.first())),
            new FraudFeature("previous_orders", HISTORY, order -> order.previousOrders),
            new FraudFeature("days_since_first_order", HISTORY, FraudFeature::daysSinceFirst),
            new FraudFeature("country_mismatch", COUNTRY, order -> flag(order.billedElsewhere())),
            new FraudFeature("away_from_home", COUNTRY, order -> flag(order.awayFromHome())),
            new FraudFeature("countries_24h", COUNTRY, order -> order.countriesWithin(DAY)),
            new FraudFeature("hour_of_day", TIME, FraudFeature::hourOfDay));

    float of(OrderView order) {
        return (float) value.applyAsDouble(order);
    }

    private static double flag(boolean set) {
        return set ? 1 : 0;
    }

    private static double amountToUsual(OrderView order) {
        return order.first() || order.usualAmount() == 0 ? UNKNOWN : order.amount() / order.usualAmount();
    }

    private static double largestLineShare(OrderView order) {
        return order.amount() > 0 ? order.largestLine() / order.amount() : UNKNOWN;
    }

    private static double secondsSinceLast(OrderView order) {
        RecentOrder last = order.last();
        return last == null ? UNKNOWN : (order.summary.getPlacedAt() - last.getPlacedAt()) / 1000.0;
    }

    private static double daysSinceFirst(OrderView order) {
        return order.first() ? 0 : order.secondsSinceFirst() / SECONDS_A_DAY;
    }

    private static double hourOfDay(OrderView order) {
        return Instant.ofEpochMilli(order.summary.getPlacedAt())
                .atOffset(ZoneOffset.UTC)
                .getHour();
    }
}
