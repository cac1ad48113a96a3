package com.fusioncommerce.trials.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fusioncommerce.trials.checker.Acknowledgement.Kind;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Random requests of shoppers and staff of a small shop, from a seed: orders of one to three lines over four pools,
 * some of them for lines in two pools, some naming a pool that is spread over others, of some products more than there
 * are; cancellations; stock that comes, goes and moves between pools; reads. Every order is another customer's. For one
 * thread, but for {@link #placed}.
 */
final class RandomShop {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> POOLS = List.of("main", "north", "south", "west");
    private static final String SPREAD = "front";
    private static final List<String> SPREAD_OVER = List.of("main", "north", "west");
    private static final int PRODUCTS = 20;
    private static final int SCARCE = 2;
    private static final long PLENTY = 1_000_000;
    private static final long FEW = 40;
    private static final int REMEMBERED = 2_000;
    private static final double READS = 0.5;
    private static final double ORDERS = 0.9;
    private static final double CANCELLATIONS = 0.95;
    private static final double ADJUSTMENTS = 0.98;

    private final Random random;
    private final String tenant;
    private final String run;
    private final List<String> orders = new ArrayList<>();
    private long number;

    /**
     * A shop.
     *
     * @param run part of every id, so that runs do not share ids
     */
    RandomShop(long seed, String tenant, String run) {
        this.random = new Random(seed);
        this.tenant = tenant;
        this.run = run;
    }

    /** Requests that create products, stock and a spread, to be done before all others. */
    List<List<ShopRequest>> opening() {
        List<ShopRequest> products = new ArrayList<>();
        List<ShopRequest> stock = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            ObjectNode product = JSON.createObjectNode()
                    .put("sku", sku(i))
                    .put("name", "Product " + i)
                    .put("unitPrice", (i + 1) + ".25")
                    .put("currency", "GBP");
            products.add(ShopRequest.command("POST", "/v1/products", product, id(), Kind.PRODUCT, key(sku(i))));
            for (String pool : POOLS) {
                long units = i < SCARCE ? FEW : PLENTY;
                ObjectNode level = JSON.createObjectNode().put("onHand", units);
                stock.add(ShopRequest.command(
                                "PUT", stockPath(pool, i), level, id(), Kind.SET_STOCK, key(pool + "~" + sku(i)))
                        .of(units));
            }
        }
        return List.of(products, stock, List.of(spread()));
    }

    private ShopRequest spread() {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode pools = body.putArray("pools");
        SPREAD_OVER.forEach(pool -> pools.addObject().put("pool", pool));
        return ShopRequest.command("PUT", "/v1/pools/" + SPREAD + "/spread", body, id(), Kind.SPREAD, key(SPREAD));
    }

    /** The next random request. */
    ShopRequest next() {
        double what = random.nextDouble();
        if (what < READS) {
            return read();
        }
        if (what < ORDERS) {
            return order();
        }
        if (what < CANCELLATIONS) {
            return cancellation();
        }
        return what < ADJUSTMENTS ? adjustment() : transfer();
    }

    /** Adds an order that may be read and cancelled. */
    void placed(String orderId) {
        synchronized (orders) {
            if (orders.size() == REMEMBERED) {
                orders.set((int) (number % REMEMBERED), orderId);
            } else {
                orders.add(orderId);
            }
        }
    }

    private ShopRequest read() {
        String order = someOrder();
        return order.isEmpty() || random.nextBoolean()
                ? ShopRequest.read(stockPath(pool(), random.nextInt(PRODUCTS)))
                : ShopRequest.read("/v1/orders/" + segment(order));
    }

    private ShopRequest order() {
        String pool = random.nextInt(4) == 0 ? SPREAD : pool();
        ObjectNode order = JSON.createObjectNode()
                .put("customerId", "c" + run + "-" + number)
                .put("country", "GB")
                .put("pool", pool);
        ArrayNode lines = order.putArray("lines");
        Map<String, Long> units = new TreeMap<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String sku = sku(random.nextInt(PRODUCTS));
            long quantity = 1L + random.nextInt(3);
            ObjectNode line = lines.addObject().put("sku", sku).put("quantity", quantity);
            if (random.nextInt(5) == 0) {
                line.put("pool", pool());
            }
            units.merge(sku, quantity, Long::sum);
        }
        return ShopRequest.command("POST", "/v1/orders", order, id(), Kind.ORDER, tenant)
                .of(units);
    }

    private ShopRequest cancellation() {
        String order = someOrder();
        if (order.isEmpty()) {
            return order();
        }
        ObjectNode body = JSON.createObjectNode().put("reason", "changed my mind");
        return ShopRequest.command(
                "POST", "/v1/orders/" + segment(order) + "/cancel", body, id(), Kind.CANCELLATION, key(order));
    }

    private ShopRequest adjustment() {
        int product = random.nextInt(PRODUCTS);
        String pool = pool();
        long delta = 1L + random.nextInt(9) - (random.nextInt(3) == 0 ? 12 : 0);
        ObjectNode body = JSON.createObjectNode().put("delta", delta).put("reason", "count");
        return ShopRequest.command(
                        "POST",
                        stockPath(pool, product) + "/adjustments",
                        body,
                        id(),
                        Kind.ADJUST_STOCK,
                        key(pool + "~" + sku(product)))
                .of(delta);
    }

    private ShopRequest transfer() {
        int product = random.nextInt(PRODUCTS);
        int from = random.nextInt(POOLS.size());
        String to = POOLS.get((from + 1 + random.nextInt(POOLS.size() - 1)) % POOLS.size());
        long quantity = 1L + random.nextInt(5);
        ObjectNode body = JSON.createObjectNode().put("quantity", quantity).put("to", to);
        return ShopRequest.command(
                        "POST",
                        stockPath(POOLS.get(from), product) + "/transfers",
                        body,
                        id(),
                        Kind.TRANSFER,
                        key(POOLS.get(from) + "~" + sku(product)))
                .of(quantity);
    }

    private String someOrder() {
        synchronized (orders) {
            return orders.isEmpty() ? "" : orders.get(random.nextInt(orders.size()));
        }
    }

    private String pool() {
        return POOLS.get(random.nextInt(POOLS.size()));
    }

    private String id() {
        return run + "-" + number++;
    }

    private String key(String id) {
        return tenant + "/" + id;
    }

    private static String sku(int product) {
        return "P" + product;
    }

    private static String stockPath(String pool, int product) {
        return "/v1/stock/" + pool + "/" + sku(product);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, UTF_8).replace("%7E", "~");
    }
}
