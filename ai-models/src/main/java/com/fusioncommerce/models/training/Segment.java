package com.fusioncommerce.models.training;

import java.time.ZoneOffset;
import java.util.function.Predicate;

/** A segment of honest orders that a fraud model might wrong; the model may stop at most one in a thousand of them. */
enum Segment {
    /** All honest orders. */
    EVERYBODY("all honest orders", order -> true),
    /** First orders of accounts. */
    NEWCOMERS("first order of a customer", order -> order.of("first_order") == 1),
    /** Orders with one standing order in the hour before. */
    SECOND_IN_AN_HOUR("2nd order within an hour", order -> order.of("orders_1h") == 1),
    /** Orders with two standing orders in the hour before. */
    THIRD_IN_AN_HOUR("3rd order within an hour", order -> order.of("orders_1h") == 2),
    /** Orders with three standing orders in the hour before. */
    FOURTH_IN_AN_HOUR("4th order within an hour", order -> order.of("orders_1h") == 3),
    /** Orders with four standing orders in the hour before. */
    FIFTH_IN_AN_HOUR("5th order within an hour", order -> order.of("orders_1h") == 4),
    /** Orders of accounts whose whole history lies in the hour before. */
    NEW_AND_MANY(
            "2nd to 5th order within an hour of a new customer",
            order -> order.of("orders_1h") >= 1
                    && order.of("orders_1h") <= 4
                    && order.of("previous_orders") == order.of("orders_1h")),
    /** Orders within minutes of the one before. */
    HURRIED("2nd to 5th order within a minute", order -> order.of("orders_1m") >= 1 && order.of("orders_1h") <= 4),
    /** Orders after one refusal by stock within the day. */
    REFUSED_ONCE("after one refusal for want of stock", order -> order.of("refused_24h") == 1),
    /** Orders after several refusals by stock within the day. */
    REFUSED_AGAIN("after two refusals or more", order -> order.of("refused_24h") >= 2),
    /** Orders after a cancellation within the day. */
    CANCELLED("after a cancellation", order -> order.of("cancelled_24h") >= 1),
    /** Orders of guests without an account. */
    GUESTS("guests", order -> order.of("guest") == 1),
    /** Orders from ten in the evening until six. */
    NIGHT(
            "at night, 22 to 6 UTC",
            order -> night(order.at().atOffset(ZoneOffset.UTC).getHour())),
    /** Orders of a high amount. */
    HIGH_VALUE("500 euros and more", order -> order.of("log_amount") >= StrictMath.log1p(500)),
    /** Orders paid for in another country than that of delivery. */
    PRESENTS("presents and foreign cards: paid for in another country", order -> order.of("country_mismatch") == 1),
    /** Orders to another country than the first order. */
    AWAY("sent elsewhere than the first order", order -> order.of("away_from_home") == 1),
    /** Orders in a currency without a rate. */
    NO_RATE("in a currency without a rate", order -> order.of("log_amount") < 0);

    private static final int NIGHT_BEGINS = 22;
    private static final int NIGHT_ENDS = 6;

    /** Share of a segment's honest orders that may be stopped. */
    static final double BOUND = 0.001;

    final String text;

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas capture no state
    private final Predicate<Example> members;

    Segment(String text, Predicate<Example> members) {
        this.text = text;
        this.members = members;
    }

    /** Number of this segment's honest orders that are stopped at a threshold. */
    Stopped of(Examples examples, float[] scores, double threshold) {
        int orders = 0;
        int stopped = 0;
        for (int i = 0; i < scores.length; i++) {
            Example order = examples.get(i);
            if (!order.fraudulent() && members.test(order)) {
                orders++;
                stopped += scores[i] >= threshold ? 1 : 0;
            }
        }
        return new Stopped(orders, stopped);
    }

    /**
     * Counts of honest orders.
     *
     * @param orders number of honest orders
     * @param stopped number of those that are stopped
     */
    record Stopped(int orders, int stopped) {
        double share() {
            return orders == 0 ? 0 : (double) stopped / orders;
        }
    }

    private static boolean night(int hour) {
        return hour >= NIGHT_BEGINS || hour < NIGHT_ENDS;
    }
}
