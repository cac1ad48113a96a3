package com.fusioncommerce.api.catalog;

import com.fusioncommerce.streams.orders.Orders;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.UnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The table by which orders are priced, some milliseconds behind the products themselves. Whoever is told that a product
 * was created may sell it at once, so the answer waits until the table here has it. Tables of other instances may be some
 * milliseconds later still.
 */
final class PriceTable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Executor SOON = CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS);

    private final Queries queries;

    /** The table that orders on this instance are priced by. */
    PriceTable(Queries queries) {
        this.queries = queries;
    }

    /** Completes when orders can be priced with a product, after a second at the latest: it is created all the same. */
    CompletableFuture<Void> knows(String key) {
        return knows(key, System.nanoTime() + PATIENCE.toNanos());
    }

    private CompletableFuture<Void> knows(String key, long until) {
        if (has(key) || System.nanoTime() > until) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.runAsync(() -> {}, SOON).thenCompose(later -> knows(key, until));
    }

    /** Where no orders are decided there is no table to wait for. */
    private boolean has(String key) {
        try {
            return queries.reference(Orders.PRICES, key).isPresent();
        } catch (UnavailableException e) {
            return true;
        }
    }
}
