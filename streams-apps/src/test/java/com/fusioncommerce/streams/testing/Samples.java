package com.fusioncommerce.streams.testing;

import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import com.fusioncommerce.streams.kernel.Event;
import com.fusioncommerce.streams.kernel.Key;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/** Messages that tests start from. */
public final class Samples {
    public static final String TENANT = "acme";

    private Samples() {}

    /** A pool of the tenant in a given partition. */
    public static String poolIn(int partition) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "pool" + i)
                .filter(pool -> Topics.commands("orders").partitionOf(Keys.pooled(TENANT, pool, "x")) == partition)
                .findFirst()
                .orElseThrow();
    }

    /** An event of an aggregate, as a policy sees it. */
    public static <E extends SpecificRecord> Event<E> happened(String id, E event) {
        return new Event<>(Key.of(TENANT, id), "e1", DeciderScenario.NOW, Actor.PLATFORM, event);
    }

    public static CreateProduct createProduct(String sku, long unitPrice) {
        return new CreateProduct(sku, "Name of " + sku, "", unitPrice, "GBP", Map.of(), null);
    }

    public static Product product(String sku, long unitPrice, String currency) {
        return new Product(sku, "Name of " + sku, "", unitPrice, currency, Map.of(), 1L, 1L, 1L, List.of(1L));
    }

    public static SetStock setStock(String pool, String sku, long onHand) {
        return new SetStock(pool, sku, onHand);
    }

    public static PlaceOrderLine line(String sku, long quantity) {
        return new PlaceOrderLine(sku, quantity, null, null);
    }

    public static PlaceOrderLine line(String sku, long quantity, String pool) {
        return new PlaceOrderLine(sku, quantity, pool, null);
    }

    public static PlaceOrder order(String orderId, PlaceOrderLine... lines) {
        return new PlaceOrder(orderId, "c1", null, "GB", "GB", "web", null, false, Arrays.asList(lines));
    }

    public static PlaceOrder imported(String orderId, long placedAt, PlaceOrderLine... lines) {
        return new PlaceOrder(orderId, "c1", "GBP", "GB", "GB", "import", placedAt, true, Arrays.asList(lines));
    }
}
