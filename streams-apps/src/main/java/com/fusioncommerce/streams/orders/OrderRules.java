package com.fusioncommerce.streams.orders;

import java.time.Duration;

/**
 * The operator's rules about orders. Events contain the decisions that follow from them.
 *
 * @param fraudGate whether an order waits for the fraud model before it is confirmed
 * @param fraudThreshold the score, 0 to 1, from which an order is rejected
 * @param fraudDeadline how long the model may take
 * @param acceptOnDeadline whether an order that the model did not answer for in time is confirmed
 * @param reservationDeadline how long pools may take to answer before the order expires
 */
public record OrderRules(
        boolean fraudGate,
        double fraudThreshold,
        Duration fraudDeadline,
        boolean acceptOnDeadline,
        Duration reservationDeadline) {
    /** Maximum lines of an order. */
    public static final int MOST_LINES = 1_500;

    /** Maximum units of a line. */
    public static final long MOST_UNITS = 1_000_000_000L;

    /** Checks the ranges. */
    public OrderRules {
        if (!(fraudThreshold >= 0 && fraudThreshold <= 1)) {
            throw new IllegalArgumentException("the fraud threshold lies between 0 and 1, not at " + fraudThreshold);
        }
        if (fraudDeadline.isNegative() || reservationDeadline.isNegative()) {
            throw new IllegalArgumentException("a deadline is not negative");
        }
    }

    /** Gate on, threshold 0.9, two seconds for the model and then acceptance, 15 minutes for pools. */
    public static OrderRules defaults() {
        return new OrderRules(true, 0.9, Duration.ofSeconds(2), true, Duration.ofMinutes(15));
    }
}
