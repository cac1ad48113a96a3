package com.fusioncommerce.trials.bench.shop;

import com.fusioncommerce.api.operations.FoundOperations;
import com.fusioncommerce.platform.cli.Tokens;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.trials.bench.Await;
import com.fusioncommerce.trials.bench.load.Requests;
import com.fusioncommerce.workloads.client.ApiException;
import com.fusioncommerce.workloads.client.ClientSettings;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.NewOrder;
import com.fusioncommerce.workloads.client.NewProduct;
import com.fusioncommerce.workloads.client.Results;
import com.fusioncommerce.workloads.client.Window;
import com.fusioncommerce.workloads.shop.DemoShop;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tenant with SKUs {@code S0}, {@code S1} … in pools {@code P0}, {@code P1} …, with the same stock of every SKU in
 * every pool.
 */
public final class BenchShop {
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int IN_FLIGHT = 64;
    private static final String CURRENCY = "GBP";
    private static final BigDecimal PRICE = new BigDecimal("2.55");

    private final PlatformConfig config;
    private final String tenant;
    private final String token;
    private final FusionClient client;
    private final List<String> skus;
    private final List<String> pools;

    private BenchShop(PlatformConfig config, String tenant, int skus, int pools) throws IOException {
        this.config = config;
        this.tenant = tenant;
        this.token =
                new Tokens(config.home()).issue(tenant, Actor.service("bench"), FoundOperations.scopes(), TOKEN_LIFE);
        this.client = new FusionClient(ClientSettings.of(config.apiUrl(), token));
        this.skus = names("S", skus);
        this.pools = names("P", pools);
    }

    /**
     * Opens a shop under a new tenant, and returns when all of its products can be ordered.
     *
     * @param name prefix of the tenant's name
     * @param units of each SKU in each pool
     */
    public static BenchShop open(PlatformConfig config, String name, int skus, int pools, long units)
            throws IOException {
        String tenant = name + "-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        BenchShop shop = new BenchShop(config, tenant, skus, pools);
        new DemoShop(shop.client, shop.pools)
                .open(shop.skus.stream()
                        .map(sku -> new DemoShop.Offer(new NewProduct(sku, "Product " + sku, PRICE, CURRENCY), units))
                        .toList());
        Await.until("every product of " + tenant + " can be ordered", PATIENCE, shop::knowsItsProducts);
        return shop;
    }

    /** Sets the stock of each SKU in each pool. */
    public void fill(long units) {
        Window window = new Window(IN_FLIGHT);
        for (String pool : pools) {
            for (String sku : skus) {
                window.begin(() -> client.setStock(pool, sku, units, "stock-" + pool + "-" + sku + "-" + units));
            }
        }
        window.finish();
    }

    /**
     * Whether prices have reached the orders, by way of a topic: then an order from an empty pool is refused for
     * insufficient stock only.
     */
    private boolean knowsItsProducts() {
        List<NewOrder.Line> all =
                skus.stream().map(sku -> new NewOrder.Line(sku, 1, null)).toList();
        try {
            var unused = Results.of(client.placeOrder(
                    new NewOrder("probe", "GB", null, null, null, all, null, null), "probe-" + System.nanoTime()));
            return true;
        } catch (ApiException e) {
            return switch (e.problem().code()) {
                case "insufficient_stock" -> true;
                case "unknown_sku" -> false;
                default -> throw e;
            };
        }
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    /** Configuration of the shop's platform. */
    public PlatformConfig config() {
        return config;
    }

    /** The tenant's name. */
    public String tenant() {
        return tenant;
    }

    /** A token with all scopes of the tenant. */
    public String token() {
        return token;
    }

    /** The shop's SKUs. */
    public List<String> skus() {
        return skus;
    }

    /** The shop's pools. */
    public List<String> pools() {
        return pools;
    }

    /** Renders requests to the shop. */
    public Requests requests() {
        return new Requests(config.apiUrl(), token);
    }

    /** A client that retries while the API is busy: for checks, not for measuring. */
    public FusionClient client() {
        return client;
    }
}
