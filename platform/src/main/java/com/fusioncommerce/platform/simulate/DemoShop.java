package com.fusioncommerce.platform.simulate;

import com.fusioncommerce.models.simulation.SimulatedProduct;
import com.fusioncommerce.platform.client.ApiException;
import com.fusioncommerce.platform.client.FusionClient;
import com.fusioncommerce.platform.client.NewProduct;
import com.fusioncommerce.platform.client.Results;
import com.fusioncommerce.platform.client.StockLevel;
import com.fusioncommerce.schemas.Amounts;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Opens a shop: products and stock where they are missing; what is sold out gets no stock. */
final class DemoShop {
    private static final long PLENTY = 1_000_000;
    private static final long TOO_LITTLE = PLENTY / 2;

    private final FusionClient client;
    private final String run = UUID.randomUUID().toString();

    DemoShop(FusionClient client) {
        this.client = client;
    }

    /** Returns when everything can be ordered. */
    void open(List<SimulatedProduct> products) {
        Results.of(CompletableFuture.allOf(products.stream().map(this::offer).toArray(CompletableFuture[]::new)));
    }

    private CompletableFuture<Void> offer(SimulatedProduct product) {
        return client.hasProduct(product.sku())
                .thenCompose(there -> there ? CompletableFuture.completedFuture(null) : create(product))
                .thenCompose(
                        ready -> product.soldOut() ? CompletableFuture.completedFuture(null) : stock(product.sku()));
    }

    /** Somebody else may be opening the same shop. */
    private CompletableFuture<Void> create(SimulatedProduct product) {
        NewProduct command = new NewProduct(
                product.sku(), product.name(), Amounts.decimalPrice(product.unitPrice()), product.currency());
        return client.createProduct(command, key("product", product.sku())).exceptionally(failure -> {
            Throwable cause = Results.cause(failure);
            if (cause instanceof ApiException no && no.problem().code().equals("product_exists")) {
                return null;
            }
            throw new CompletionException(cause);
        });
    }

    private CompletableFuture<Void> stock(String sku) {
        return client.stock(sku).thenCompose(level -> fill(sku, level.orElse(new StockLevel(0, 0))));
    }

    private CompletableFuture<Void> fill(String sku, StockLevel level) {
        return level.available() >= TOO_LITTLE
                ? CompletableFuture.completedFuture(null)
                : client.setStock(sku, level.onHand() + PLENTY, key("stock", sku));
    }

    private String key(String kind, String sku) {
        return "simulate:" + run + ":" + kind + ":" + sku;
    }
}
