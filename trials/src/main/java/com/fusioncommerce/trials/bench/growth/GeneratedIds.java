package com.fusioncommerce.trials.bench.growth;

import com.fusioncommerce.schemas.Keys;
import java.util.Locale;

/**
 * Ids of products and orders by number. A product's stock lies in one pool; an order's lines lie in the order's pool.
 */
final class GeneratedIds {
    static final String TENANT = "growth";
    static final int POOLS = 8;

    private static final int CUSTOMERS = 10_000;

    private GeneratedIds() {}

    static String sku(long product) {
        return String.format(Locale.ROOT, "G%08d", product);
    }

    static String pool(long number) {
        return "P" + number % POOLS;
    }

    static String orderId(long order) {
        return Keys.pooledId(pool(order), String.format(Locale.ROOT, "o%08d", order));
    }

    static String customer(long order) {
        return "c" + order % CUSTOMERS;
    }

    /** The product on a line of an order: one of {@code products} that lies in the order's pool. */
    static long product(long order, int line, long products) {
        long inPool = products / POOLS;
        long mixed = (order * 0x9E3779B97F4A7C15L + line * 0xC2B2AE3D27D4EB4FL) >>> 17;
        return mixed % inPool * POOLS + order % POOLS;
    }
}
