package com.fusioncommerce.trials.bench.contention;

/**
 * So many buyers of so little.
 *
 * @param name what is contended, for people
 * @param skus how many SKUs are sold
 * @param pools in how many pools
 * @param unitsEach units of each SKU in each pool
 * @param orders how many are placed, each by another customer
 * @param clients how many of them at once
 * @param lines lines of an order, each of another SKU in a pool by chance
 */
public record Round(String name, int skus, int pools, long unitsEach, int orders, int clients, int lines) {

    /** Whether it is known beforehand how many orders are reserved: one unit of one SKU each. */
    boolean isCertain() {
        return skus == 1 && pools == 1;
    }

    /** How many are reserved, where that is certain. */
    long sold() {
        return Math.min(orders, unitsEach);
    }
}
