package com.fusioncommerce.trials.bench.contention;

import com.fusioncommerce.trials.bench.load.RequestSource;
import com.fusioncommerce.trials.bench.load.Requests;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import com.fusioncommerce.trials.bench.shop.OrderForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Source of a round's orders, one per customer, the same in every run. */
final class Buyers implements RequestSource {
    private static final long SEED = 3;

    private final BenchShop shop;
    private final Requests requests;
    private final Round round;
    private final Random random = new Random(SEED);
    private final List<String> skus;
    private int placed;

    Buyers(BenchShop shop, Round round) {
        this.shop = shop;
        this.requests = shop.requests();
        this.round = round;
        this.skus = new ArrayList<>(shop.skus());
    }

    @Override
    public byte[] next() {
        if (placed == round.orders()) {
            return null;
        }
        String buyer = "buyer" + placed++;
        OrderForm order = new OrderForm(buyer, pool());
        if (round.lines() > 1) {
            Collections.shuffle(skus, random);
        }
        skus.stream().limit(round.lines()).forEach(sku -> order.line(sku, 1, pool()));
        return requests.post("/v1/orders", order.json(), "Idempotency-Key: " + buyer + "\r\n");
    }

    private String pool() {
        return shop.pools().get(random.nextInt(round.pools()));
    }
}
