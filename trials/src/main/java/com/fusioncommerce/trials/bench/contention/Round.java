package com.fusioncommerce.trials.bench.contention;

/**
 * Parameters of a round: many buyers of scarce stock.
 *
 * @param name what is contended, for people
 * @param skus how many SKUs are sold
 * @param pools number of pools
 * @param unitsEach units of each SKU in each pool
 * @param orders number of orders, each of another customer
 * @param clients concurrent clients
 * @param lines lines per order, each of another SKU in a random pool
 */
public record Round(String name, int skus, int pools, long unitsEach, int orders, int clients, int lines) {

    /** Whether the number of reserved orders is known beforehand: if each order is for one unit of one SKU. */
    boolean isCertain() {
        return skus == 1 && pools == 1;
    }

    /** The number of reserved orders, if it is certain. */
    long sold() {
        return Math.min(orders, unitsEach);
    }
}
