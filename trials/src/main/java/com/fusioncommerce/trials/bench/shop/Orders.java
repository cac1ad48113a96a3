package com.fusioncommerce.trials.bench.shop;

import com.fusioncommerce.trials.bench.load.RequestSource;
import com.fusioncommerce.trials.bench.load.Requests;
import java.util.Random;

/**
 * Endless source of orders: each of another customer, since many quick orders of one look like fraud, and of random
 * SKUs, all from one pool. For one thread.
 */
public final class Orders implements RequestSource {
    private static final long SEED = 11;

    private final BenchShop shop;
    private final Requests requests;
    private final int lines;
    private final String customers;
    private final boolean keyed;
    private final Random random = new Random(SEED);
    private long placed;

    /** Orders of {@code lines} lines, from a shop with at least as many SKUs, without idempotency keys. */
    public Orders(BenchShop shop, int lines) {
        this(shop, lines, false);
    }

    /** The same, with an idempotency key per order if {@code keyed}. */
    public Orders(BenchShop shop, int lines, boolean keyed) {
        this.keyed = keyed;
        this.shop = shop;
        this.requests = shop.requests();
        this.lines = lines;
        this.customers = "c" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "-";
    }

    @Override
    public byte[] next() {
        String pool = shop.pools().get(random.nextInt(shop.pools().size()));
        String customer = customers + placed++;
        OrderForm order = new OrderForm(customer, pool);
        int first = random.nextInt(shop.skus().size());
        for (int line = 0; line < lines; line++) {
            order.line(shop.skus().get((first + line) % shop.skus().size()), 1, pool);
        }
        return requests.post("/v1/orders", order.json(), keyed ? "Idempotency-Key: " + customer + "\r\n" : "");
    }
}
