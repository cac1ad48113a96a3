package com.fusioncommerce.trials.bench.peers;

import java.time.Duration;
import java.util.List;

/**
 * What every shop is put through.
 *
 * @param lines of an order
 * @param shoppers numbers of shoppers that order at once, one after another
 * @param connections numbers of connections that read at once, one after another
 * @param warmUp before each window
 * @param window in which orders and reads count
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
