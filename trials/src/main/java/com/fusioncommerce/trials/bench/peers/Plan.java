package com.fusioncommerce.trials.bench.peers;

import java.time.Duration;
import java.util.List;

/**
 * The measurements of every shop.
 *
 * @param lines per order
 * @param shoppers numbers of concurrent shoppers, one after another
 * @param connections numbers of concurrent readers, one after another
 * @param warmUp time before each window
 * @param window time in which orders and reads count
 * @param buyers of the hot SKU
 * @param stock of the hot SKU
 */
record Plan(
        int lines,
        List<Integer> shoppers,
        List<Integer> connections,
        Duration warmUp,
        Duration window,
        int buyers,
        int stock) {
    private static final int LEAST_ORDERS = 10;

    Shoppers.Times times() {
        return new Shoppers.Times(warmUp, window, LEAST_ORDERS);
    }
}
