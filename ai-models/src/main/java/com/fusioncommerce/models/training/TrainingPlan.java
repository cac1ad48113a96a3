package com.fusioncommerce.models.training;

import com.fusioncommerce.models.simulation.SimulationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a model is trained.
 *
 * @param history the simulated history to learn from
 * @param products number of products of each shop in it
 * @param priceLevels a shop for each, so that the model does not take one shop's prices for what is normal; the shoppers
 *     are shared out evenly
 * @param trees trees at most; fewer where more of them do not help on the validation part
 * @param depth of a tree
 */
record TrainingPlan(SimulationSettings history, int products, List<Double> priceLevels, int trees, int depth) {
    /** Seed of the catalogue's prices. */
    static final long CATALOG_SEED = 11;

    /** Currency of the history. */
    static final String CURRENCY = "EUR";

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** The plan of the shipped model. */
    static TrainingPlan shipped() {
        SimulationSettings history = SimulationSettings.of(20_260_105, 32_000, START, Duration.ofDays(8 * 7));
        return new TrainingPlan(history, 300, List.of(0.1, 0.4, 1.0, 3.0), 400, 5);
    }

    /** A plan that takes a second, for tests. */
    static TrainingPlan small() {
        SimulationSettings history = SimulationSettings.of(7, 1_500, START, Duration.ofDays(4 * 7));
        return new TrainingPlan(history, 100, List.of(0.5, 1.5), 60, 4);
    }

    /** What happens in one of the shops. */
    SimulationSettings shop(int index) {
        return new SimulationSettings(
                history.seed() + index,
                history.shoppers() / priceLevels.size(),
                history.fraudulentShare(),
                history.start(),
                history.duration());
    }
}
