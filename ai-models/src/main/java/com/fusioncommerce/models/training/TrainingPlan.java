package com.fusioncommerce.models.training;

import com.fusioncommerce.models.simulation.SimulationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Plan of a training. Its three parts are separate simulations in successive times: no two parts share a customer or a
 * moment.
 *
 * @param train part to train on
 * @param validation part for early stopping
 * @param test part to measure the quality on
 * @param products number of products of each shop
 * @param shops the shops, several so that the model does not learn one shop's price level; shoppers are distributed
 *     evenly
 * @param trees maximum trees; early stopping may use fewer
 * @param depth maximum depth of a tree
 */
record TrainingPlan(Part train, Part validation, Part test, int products, List<Shop> shops, int trees, int depth) {
    /** Seed of the catalogues' prices. */
    static final long CATALOG_SEED = 11;

    /** Warm-up in which a part's shops fill with customers, at first all new; it is simulated but not trained on. */
    static final Duration WARM_UP = Duration.ofDays(21);

    /**
     * Weight of an honest order relative to a fraud. A stopped customer costs more than a missed fraud, so a score is
     * no probability: 0.9 stands for odds of 9 x 6 to 1 that the order is a fraud.
     */
    static final float HONEST_WEIGHT = 6;

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final long MOST_SHOPS = 100;

    /**
     * One part of the history, a simulation.
     *
     * @param seed seed of the shoppers
     * @param shoppers number of shoppers
     * @param counted start of the time that counts
     * @param days length of that time
     */
    record Part(long seed, int shoppers, Instant counted, int days) {
        /** End of the time in which orders count. */
        Instant end() {
            return counted.plus(Duration.ofDays(days));
        }
    }

    /**
     * A simulated shop.
     *
     * @param priceLevel factor of the catalogue's prices
     * @param currency currency of the prices
     */
    record Shop(double priceLevel, String currency) {}

    /** The plan of the shipped model. The shilling has no rate, and the yen has no decimals. */
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

    /** A plan for tests that trains in about a second. */
    static TrainingPlan small() {
        Part train = new Part(7, 2_500, START.plus(WARM_UP), 3 * 7);
        Part validation = new Part(8, 1_000, train.end(), 7);
        Part test = new Part(9, 2_000, validation.end(), 2 * 7);
        List<Shop> shops = List.of(new Shop(0.5, "EUR"), new Shop(1.5, "GBP"));
        return new TrainingPlan(train, validation, test, 100, shops, 60, 4);
    }

    /** The simulation settings of one shop in one part. */
    SimulationSettings settings(Part part, int shop) {
        return SimulationSettings.of(
                part.seed() * MOST_SHOPS + shop,
                part.shoppers() / shops.size(),
                part.counted().minus(WARM_UP),
                WARM_UP.plusDays(part.days()));
    }
}
