package com.fusioncommerce.models.training;

import java.time.ZoneOffset;
import java.util.function.Predicate;

/** A kind of honest people that a fraud model might wrong, and of which it may stop one order in a thousand at most. */
enum Segment {
    /** All of them. */
    EVERYBODY("all honest orders", order -> true),
    /** Orders of accounts that have none yet. */
    NEWCOMERS("first order of a customer", order -> order.of("first_order") == 1),
    /** One order stands within the hour before. */
    SECOND_IN_AN_HOUR("2nd order within an hour", order -> order.of("orders_1h") == 1),
    /** Two orders stand within the hour before. */
    THIRD_IN_AN_HOUR("3rd order within an hour", order -> order.of("orders_1h") == 2),
    /** Three orders stand within the hour before. */
    FOURTH_IN_AN_HOUR("4th order within an hour", order -> order.of("orders_1h") == 3),
    /** Four orders stand within the hour before. */
    FIFTH_IN_AN_HOUR("5th order within an hour", order -> order.of("orders_1h") == 4),
    /** All that an account ever ordered lies within the hour before. */
    NEW_AND_MANY(
            "2nd to 5th order within an hour of a new customer",
            order -> order.of("orders_1h") >= 1
                    && order.of("orders_1h") <= 4
                    && order.of("previous_orders") == order.of("orders_1h")),
    /** One order after the other within minutes. */
    HURRIED("2nd to 5th order within a minute", order -> order.of("orders_1m") >= 1 && order.of("orders_1h") <= 4),
    /** Stock refused them once within the day. */
    REFUSED_ONCE("after one refusal for want of stock", order -> order.of("refused_24h") == 1),
    /** Stock refused them again. */
    REFUSED_AGAIN("after two refusals or more", order -> order.of("refused_24h") >= 2),
    /** They cancelled within the day. */
    CANCELLED("after a cancellation", order -> order.of("cancelled_24h") >= 1),
    /** Nobody in particular. */
    GUESTS("guests", order -> order.of("guest") == 1),
    /** From ten in the evening until six. */
    NIGHT(
            "at night, 22 to 6 UTC",
            order -> night(order.at().atOffset(ZoneOffset.UTC).getHour())),
    /** Much money. */
    HIGH_VALUE("500 euros and more", order -> order.of("log_amount") >= StrictMath.log1p(500)),
    /** Paid for in another country than it goes to. */
    PRESENTS("presents and foreign cards: paid for in another country", order -> order.of("country_mismatch") == 1),
    /** Sent elsewhere than the first order. */
    AWAY("sent elsewhere than the first order", order -> order.of("away_from_home") == 1),
    /** Amounts that cannot be compared. */
    NO_RATE("in a currency without a rate", order -> order.of("log_amount") < 0);

    private static final int NIGHT_BEGINS = 22;
    private static final int NIGHT_ENDS = 6;

    /** Share of a segment's honest orders that may be stopped. */
    static final double BOUND = 0.001;

    final String text;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing
    private final Predicate<Example> members;

    Segment(String text, Predicate<Example> members) {
        this.text = text;
        this.members = members;
    }

    /** How many honest orders of this segment are stopped at a threshold. */
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
     * Honest orders.
     *
     * @param orders how many there are
     * @param stopped how many of them are stopped
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
