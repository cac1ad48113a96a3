package com.fusioncommerce.trials.bench.growth;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.trials.bench.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Checks over HTTP that the generated state is complete. */
final class FilledStateProbe {
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PlatformConfig config;
    private final String token;

    FilledStateProbe(PlatformConfig config, String token) {
        this.config = config;
        this.token = token;
    }

    /** Waits until all products exist, with their stock and with prices in the orders' view of the catalogue. */
    void awaitProducts(Filler filler, Duration patience) {
        List<String> products = filler.newest(Topics.commands("catalog"));
        List<String> stock = filler.newest(Topics.commands("inventory"));
        Await.until("all products are there", patience, () -> products.stream()
                .allMatch(key -> isThere("/v1/products/" + Keys.id(key))));
        Await.until("all stock is there", patience, () -> stock.stream()
                .allMatch(key -> isThere("/v1/stock/" + Keys.pool(Keys.id(key)) + "/"
                        + Keys.id(key).substring(Keys.id(key).indexOf(Keys.POOL_END) + 1))));
        Await.until("all products can be ordered", patience, () -> canBeOrdered(products));
    }

    /** Waits until all orders exist. */
    void awaitOrders(Filler filler, Duration patience) {
        List<String> orders = filler.newest(Topics.commands("orders"));
        Await.until("all orders are there", patience, () -> orders.stream()
                .allMatch(key -> isThere("/v1/orders/" + Keys.id(key))));
    }

    /** Whether a page over all partitions of the catalogue, and an order, are readable. */
    boolean serves(long order) {
        return isThere("/v1/products?limit=1") && isThere("/v1/orders/" + GeneratedIds.orderId(order));
    }

    private boolean isThere(String path) {
        return status(request(path).GET()) == OK;
    }

    /** Whether all products have prices: then an order from an empty pool is refused for insufficient stock only. */
    private boolean canBeOrdered(List<String> products) {
        String lines = products.stream()
                .map(key -> "{\"sku\":\"" + Keys.id(key) + "\",\"quantity\":1}")
                .collect(Collectors.joining(","));
        String order = "{\"customerId\":\"probe\",\"country\":\"GB\",\"pool\":\"EMPTY\",\"lines\":[" + lines + "]}";
        return status(request("/v1/orders")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(order)))
                == CONFLICT;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(config.apiUrl() + path))
                .timeout(EACH)
                .header("Authorization", "Bearer " + token);
    }

    /** The HTTP status, or 0 if there is no answer. */
    private int status(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
