package com.fusioncommerce.models.simulation;

import java.time.Duration;
import java.time.Instant;

/**
 * Settings of a simulation. Equal settings and products give equal actions.
 *
 * @param seed any number; another seed gives other shoppers
 * @param shoppers number of shoppers, at least 1; each acts at least once
 * @param fraudulentShare share of shoppers who commit fraud, 0 to 1
 * @param start earliest time of an action
 * @param duration duration of the simulation, more than zero; no action is at or after its end
 */
public record SimulationSettings(long seed, int shoppers, double fraudulentShare, Instant start, Duration duration) {
    /** Default share of fraudulent shoppers. */
    public static final double DEFAULT_FRAUDULENT_SHARE = 0.04;

    /** Validates the ranges. */
    public SimulationSettings {
        if (shoppers < 1) {
            throw new IllegalArgumentException("a simulation needs shoppers, not " + shoppers);
        }
        if (!(fraudulentShare >= 0 && fraudulentShare <= 1)) {
            throw new IllegalArgumentException("the fraudulent share lies between 0 and 1, not at " + fraudulentShare);
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a simulation needs time, not " + duration);
        }
    }

    /** Settings with the default share of fraud. */
    public static SimulationSettings of(long seed, int shoppers, Instant start, Duration duration) {
        return new SimulationSettings(seed, shoppers, DEFAULT_FRAUDULENT_SHARE, start, duration);
    }

    Instant end() {
        return start.plus(duration);
    }
}
