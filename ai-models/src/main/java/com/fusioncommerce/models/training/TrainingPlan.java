package com.fusioncommerce.models.training;

import com.fusioncommerce.models.simulation.SimulationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a model is trained. Its three parts are simulations of their own, one after the other in time: no customer and no
 * moment is in two of them.
 *
 * @param train what it learns from
 * @param validation what tells it when to stop
 * @param test what it is measured on
 * @param products number of products of each shop
 * @param shops what shops there are, so that the model does not take one shop's prices for what is normal; the shoppers are
 *     shared out evenly
 * @param trees trees at most; fewer where more of them do not help on the validation part
 * @param depth of a tree
 */
record TrainingPlan(Part train, Part validation, Part test, int products, List<Shop> shops, int trees, int depth) {
    /** Seed of the catalogues' prices. */
    static final long CATALOG_SEED = 11;

    /** Time in which a part's shops fill with customers, at first all of them new; it is simulated and not learned from. */
    static final Duration WARM_UP = Duration.ofDays(21);

    /**
     * What an honest order weighs beside a fraud. Stopping a customer costs more than a fraud that passes, so a score is no
     * probability: 0.9 stands for odds of 9 x 6 to 1 that the order is a fraud.
     */
    static final float HONEST_WEIGHT = 6;

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final long MOST_SHOPS = 100;

    /**
     * A simulation.
     *
     * @param seed of its shoppers, others than those of any other seed
     * @param shoppers how many there are
     * @param counted from when its orders count
     * @param days how long they count
     */
    record Part(long seed, int shoppers, Instant counted, int days) {
        /** When its orders do not count any more. */
        Instant end() {
            return counted.plus(Duration.ofDays(days));
        }
    }

    /**
     * A shop.
     *
     * @param priceLevel what the prices of the catalogue are multiplied by
     * @param currency of its prices
     */
    record Shop(double priceLevel, String currency) {}

    /** The plan of the shipped model; the shilling has no rate, and the yen no decimals. */
    static TrainingPlan shipped() {
        Instant trainFrom = START.plus(WARM_UP);
        Part train = new Part(20_260_105, 60_000, trainFrom, 7 * 7);
        Part validation = new Part(20_260_301, 15_000, train.end(), 2 * 7);
        Part test = new Part(20_260_501, 90_000, validation.end(), 4 * 7);
        List<Shop> shops = List.of(
                new Shop(0.1, "EUR"),
                new Shop(0.4, "GBP"),
                new Shop(1, "USD"),
                new Shop(1, "KES"),
                new Shop(3, "EUR"),
                new Shop(180, "JPY"));
        return new TrainingPlan(train, validation, test, 300, shops, 400, 5);
    }

    /** A plan that takes a second, for tests. */
    static TrainingPlan small() {
        Part train = new Part(7, 2_500, START.plus(WARM_UP), 3 * 7);
        Part validation = new Part(8, 1_000, train.end(), 7);
        Part test = new Part(9, 2_000, validation.end(), 2 * 7);
        List<Shop> shops = List.of(new Shop(0.5, "EUR"), new Shop(1.5, "GBP"));
        return new TrainingPlan(train, validation, test, 100, shops, 60, 4);
    }

    /** The simulated events of one shop in one part of the data. */
    SimulationSettings settings(Part part, int shop) {
        return SimulationSettings.of(
                part.seed() * MOST_SHOPS + shop,
                part.shoppers() / shops.size(),
                part.counted().minus(WARM_UP),
                WARM_UP.plusDays(part.days()));
    }
}
