package com.fusioncommerce.workloads.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Client of the API's commands and queries. Futures fail with an {@link ApiException} if the API refuses, and with an
 * {@link ApiUnreachableException} if it does not answer. Every command takes an idempotency key: a repetition with the
 * same key is executed once and answered alike. Safe for threads; no call blocks.
 */
public final class FusionClient {
    /** The default pool of orders and stock. */
    public static final String POOL = "main";

    private static final int PAGE = 200;

    private final Transport transport;

    /** Creates a client with these settings. */
    public FusionClient(ClientSettings settings) {
        this.transport = new Transport(settings);
    }

    /** Adds a product. */
    public CompletableFuture<Void> createProduct(NewProduct product, String idempotencyKey) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("sku", product.sku());
        body.put("name", product.name());
        body.put("unitPrice", product.unitPrice().toPlainString());
        body.put("currency", product.currency());
        return transport.send("POST", "/v1/products", body, idempotencyKey).thenAccept(answer -> {});
    }

    /** Whether the product exists. */
    public CompletableFuture<Boolean> hasProduct(String sku) {
        return found(transport.get("/v1/products/" + segment(sku))).thenApply(Optional::isPresent);
    }

    /** Stock of a SKU in the default pool; empty if none was ever recorded. */
    public CompletableFuture<Optional<StockLevel>> stock(String sku) {
        return stock(POOL, sku);
    }

    /** Stock of a SKU in a pool; empty if none was ever recorded. */
    public CompletableFuture<Optional<StockLevel>> stock(String pool, String sku) {
        return found(transport.get("/v1/stock/" + segment(pool) + "/" + segment(sku)))
                .thenApply(answer -> answer.map(Answer::body)
                        .map(stock -> new StockLevel(
                                stock.path("onHand").asLong(),
                                stock.path("available").asLong())));
    }

    /** Sets the physical stock of a SKU in the default pool. */
    public CompletableFuture<Void> setStock(String sku, long onHand, String idempotencyKey) {
        return setStock(POOL, sku, onHand, idempotencyKey);
    }

    /** Sets the physical stock of a SKU in a pool. */
    public CompletableFuture<Void> setStock(String pool, String sku, long onHand, String idempotencyKey) {
        String path = "/v1/stock/" + segment(pool) + "/" + segment(sku);
        return transport
                .send("PUT", path, Map.of("onHand", onHand), idempotencyKey)
                .thenAccept(answer -> {});
    }

    /** Moves unreserved units to another pool. */
    public CompletableFuture<Void> transferStock(
            String pool, String sku, long quantity, String to, String idempotencyKey) {
        String path = "/v1/stock/" + segment(pool) + "/" + segment(sku) + "/transfers";
        return transport
                .send("POST", path, Map.of("quantity", quantity, "to", to), idempotencyKey)
                .thenAccept(answer -> {});
    }

    /** Spreads the orders that name {@code pool} over other pools. */
    public CompletableFuture<Void> spreadOrders(String pool, List<String> over, String idempotencyKey) {
        List<Map<String, String>> pools =
                over.stream().map(one -> Map.of("pool", one)).toList();
        return transport
                .send("PUT", "/v1/pools/" + segment(pool) + "/spread", Map.of("pools", pools), idempotencyKey)
                .thenAccept(answer -> {});
    }

    /** Places an order, and completes once its stock is reserved. */
    public CompletableFuture<PlacedOrder> placeOrder(NewOrder order, String idempotencyKey) {
        return transport
                .send("POST", "/v1/orders", body(order), idempotencyKey)
                .thenApply(answer -> PlacedOrder.of(answer.body()));
    }

    /**
     * Cancels an order.
     *
     * @param cancelledAt when it was cancelled, for imports; null for now
     */
    public CompletableFuture<PlacedOrder> cancelOrder(
            String orderId, String reason, Instant cancelledAt, String idempotencyKey) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("reason", reason);
        if (cancelledAt != null) {
            body.put("cancelledAt", cancelledAt.toString());
        }
        return transport
                .send("POST", "/v1/orders/" + segment(orderId) + "/cancel", body, idempotencyKey)
                .thenApply(answer -> PlacedOrder.of(answer.body()));
    }

    /** An order; empty if it does not exist. */
    public CompletableFuture<Optional<PlacedOrder>> order(String orderId) {
        return found(transport.get("/v1/orders/" + segment(orderId)))
                .thenApply(answer -> answer.map(Answer::body).map(PlacedOrder::of));
    }

    /** All orders of a customer with their lines, read page by page. */
    public CompletableFuture<List<PlacedOrder>> ordersOf(String customerId) {
        return ordersFrom("/v1/orders?lines=true&limit=" + PAGE + "&customer=" + segment(customerId), "", List.of());
    }

    private CompletableFuture<List<PlacedOrder>> ordersFrom(String list, String cursor, List<PlacedOrder> before) {
        String page = cursor.isEmpty() ? list : list + "&cursor=" + segment(cursor);
        return transport.get(page).thenCompose(answer -> {
            List<PlacedOrder> orders = new ArrayList<>(before);
            for (JsonNode order : answer.body().path("items")) {
                orders.add(PlacedOrder.of(order));
            }
            String next = answer.body().path("next").asText("");
            boolean last = answer.body().path("next").isNull() || next.isEmpty();
            return last ? CompletableFuture.completedFuture(orders) : ordersFrom(list, next, orders);
        });
    }

    private static Map<String, Object> body(NewOrder order) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "customerId", order.customerId());
        put(body, "country", order.country());
        put(body, "billingCountry", order.billingCountry());
        put(body, "currency", order.currency());
        put(body, "channel", order.channel());
        put(body, "placedAt", order.placedAt() == null ? null : order.placedAt().toString());
        put(body, "reference", order.reference());
        body.put("lines", order.lines().stream().map(FusionClient::body).toList());
        return body;
    }

    private static Map<String, Object> body(NewOrder.Line line) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sku", line.sku());
        body.put("quantity", line.quantity());
        put(
                body,
                "unitPrice",
                line.unitPrice() == null ? null : line.unitPrice().toPlainString());
        return body;
    }

    private static void put(Map<String, Object> body, String name, String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    /** Maps a 404 to an empty result. */
    private static CompletableFuture<Optional<Answer>> found(CompletableFuture<Answer> answer) {
        return answer.thenApply(Optional::of).exceptionally(failure -> {
            if (Results.cause(failure) instanceof ApiException no
                    && no.problem().status() == 404) {
                return Optional.empty();
            }
            throw Results.unchecked(failure);
        });
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
