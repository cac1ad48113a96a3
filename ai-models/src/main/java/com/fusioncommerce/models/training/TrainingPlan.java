package com.fusioncommerce.models.training;

import com.fusioncommerce.models.simulation.SimulationSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * How a model is trained.
 *
 * @param history the simulated history to learn from
 * @param products number of products in it
 * @param trees trees at most; fewer where more of them do not help on the validation part
 * @param depth of a tree
 */
record TrainingPlan(SimulationSettings history, int products, int trees, int depth) {
    /** Seed of the catalogue's prices. */
    static final long CATALOG_SEED = 11;

    /** Currency of the history. */
    static final String CURRENCY = "EUR";

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** The plan of the shipped model. */
    static TrainingPlan shipped() {
        return new TrainingPlan(SimulationSettings.of(20_260_105, 24_000, START, Duration.ofDays(8 * 7)), 300, 400, 5);
    }

    /** A plan that takes a second, for tests. */
    static TrainingPlan small() {
        return new TrainingPlan(SimulationSettings.of(7, 1_500, START, Duration.ofDays(4 * 7)), 100, 60, 4);
    }
}
