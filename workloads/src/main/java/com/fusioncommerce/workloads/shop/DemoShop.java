package com.fusioncommerce.workloads.shop;

import com.fusioncommerce.workloads.client.ApiException;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.NewProduct;
import com.fusioncommerce.workloads.client.Results;
import com.fusioncommerce.workloads.client.StockLevel;
import com.fusioncommerce.workloads.client.Window;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Opens a shop: creates missing products and stock; sold-out offers get no stock. */
public final class DemoShop {
    private static final int IN_FLIGHT = 64;

    private final FusionClient client;
    private final List<String> pools;
    private final String run = UUID.randomUUID().toString();

    /**
     * A shop that sells from pools.
     *
     * @param client of the shop's tenant
     */
    public DemoShop(FusionClient client, List<String> pools) {
        this.client = client;
        this.pools = List.copyOf(pools);
    }

    /**
     * An offer.
     *
     * @param units units in each pool, 0 if sold out; stock of at least half as many is left as it is
     */
    public record Offer(NewProduct product, long units) {}

    /** Returns when all products are in the catalogue and have their stock. */
    public void open(List<Offer> offers) {
        Window window = new Window(IN_FLIGHT);
        offers.forEach(offer -> window.begin(() -> open(offer)));
        window.finish();
    }

    private CompletableFuture<Void> open(Offer offer) {
        String sku = offer.product().sku();
        CompletableFuture<Void> opened = client.hasProduct(sku)
                .thenCompose(there -> there ? CompletableFuture.completedFuture(null) : create(offer.product()));
        if (offer.units() > 0) {
            for (String pool : pools) {
                opened = opened.thenCompose(ready -> stock(pool, sku, offer.units()));
            }
        }
        return opened;
    }

    /** On a conflict another process is opening the same shop. */
    private CompletableFuture<Void> create(NewProduct product) {
        return client.createProduct(product, key("product", product.sku())).exceptionally(failure -> {
            Throwable cause = Results.cause(failure);
            if (cause instanceof ApiException no && no.problem().code().equals("product_exists")) {
                return null;
            }
            throw new CompletionException(cause);
        });
    }

    private CompletableFuture<Void> stock(String pool, String sku, long units) {
        return client.stock(pool, sku).thenCompose(level -> {
            StockLevel there = level.orElse(new StockLevel(0, 0));
            return there.available() >= units / 2 + units % 2
                    ? CompletableFuture.completedFuture(null)
                    : client.setStock(pool, sku, there.onHand() + units, key("stock-" + pool, sku));
        });
    }

    private String key(String kind, String sku) {
        return "shop:" + run + ":" + kind + ":" + sku;
    }
}
