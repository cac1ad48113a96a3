package com.fusioncommerce.api.catalog;

import com.fusioncommerce.streams.orders.Orders;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.UnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The table that prices orders on this instance, some milliseconds behind the products' state. A client may order a
 * product as soon as its creation is acknowledged, so the answer waits until this instance's table has the product.
 * Other instances' tables may lag some milliseconds more.
 */
final class PriceTable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Executor SOON = CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS);

    private final Queries queries;

    /** The price table of this instance. */
    PriceTable(Queries queries) {
        this.queries = queries;
    }

    /** Completes when the table has the product, after a second at the latest: the product is created in any case. */
    CompletableFuture<Void> knows(String key) {
        return knows(key, System.nanoTime() + PATIENCE.toNanos());
    }

    private CompletableFuture<Void> knows(String key, long until) {
        if (has(key) || System.nanoTime() > until) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.runAsync(() -> {}, SOON).thenCompose(later -> knows(key, until));
    }

    /** Whether the table has the product; true on an instance without the table. */
    private boolean has(String key) {
        try {
            return queries.reference(Orders.PRICES, key).isPresent();
        } catch (UnavailableException e) {
            return true;
        }
    }
}
