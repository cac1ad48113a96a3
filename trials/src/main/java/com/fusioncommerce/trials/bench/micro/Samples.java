package com.fusioncommerce.trials.bench.micro;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.inventory.ReserveLine;
import com.fusioncommerce.schemas.inventory.ReserveStock;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import com.fusioncommerce.schemas.orders.RecordReservation;
import com.fusioncommerce.schemas.orders.ReservationAnswer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sample messages of realistic size. */
final class Samples {
    static final long NOW = 1_760_000_000_000L;
    static final String TENANT = "acme";
    static final String POOL = "main";
    static final String ORDER = Keys.pooledId(POOL, "01k70e2vj8qgk6n8zr5x3wc4ta");
    static final String CURRENCY = "EUR";

    private static final long PRICE = 255_000L;
    private static final String COUNTRY = "DE";

    private Samples() {}

    static String sku(int number) {
        return "SKU-" + (1_000 + number) + "-L";
    }

    static CreateProduct createProduct() {
        return new CreateProduct(sku(0), "Product 1000", description(), PRICE, CURRENCY, attributes(), null);
    }

    static Product product(int number) {
        return new Product(
                sku(number),
                "Product " + number,
                description(),
                PRICE,
                CURRENCY,
                attributes(),
                NOW,
                NOW,
                1L,
                List.of(NOW));
    }

    private static String description() {
        return "Description of product 1000, a thing of kind 12";
    }

    private static Map<String, String> attributes() {
        return Map.of("category", "cat12", "brand", "brand7", "size", "L");
    }

    static PlaceOrder placeOrder(int lines) {
        List<PlaceOrderLine> all = IntStream.range(0, lines)
                .mapToObj(line -> new PlaceOrderLine(sku(line), 1L, null, null))
                .toList();
        return new PlaceOrder(ORDER, "u1017@example.com", null, COUNTRY, COUNTRY, "web", null, false, all);
    }

    static ReserveStock reserveStock(int lines) {
        return new ReserveStock(
                POOL,
                ORDER,
                IntStream.range(0, lines)
                        .mapToObj(line -> new ReserveLine(line + 1, sku(line), 1L))
                        .toList());
    }

    static RecordReservation reserved() {
        return new RecordReservation(ORDER, POOL, ReservationAnswer.RESERVED, List.of());
    }
}
