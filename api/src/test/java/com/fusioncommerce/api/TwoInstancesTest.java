package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.ApiClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tests two instances that share the state: each answers for all of it; after one stops, the other answers alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest {
    private static final int POOLS = 12;

    private ApiEnvironment platform;
    private Api first;
    private Api second;

    @BeforeAll
    void start() {
        platform = ApiEnvironment.start();
        first = platform.api(0, Map.of());
        second = platform.api(1, Map.of());
    }

    @AfterAll
    void stop() {
        second.close();
        first.close();
        platform.close();
    }

    @Test
    void each_instance_answers_for_every_key_and_one_that_is_left_takes_over() {
        ApiClient client = platform.newTenant(first);
        List<ApiClient> both = List.of(client, client.at(second));
        for (int i = 0; i < POOLS; i++) {
            product(both.get(i % 2), "sku" + i);
            assertThat(both.get((i + 1) % 2)
                            .put("/v1/stock/pool" + i + "/sku" + i, "{\"onHand\":10}")
                            .status())
                    .isEqualTo(200);
        }
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < POOLS; i++) {
            Answer placed = order(both.get(i % 2), i);
            assertThat(placed.status()).isEqualTo(201);
            orders.add(placed.header("Location"));
        }

        for (ApiClient instance : both) {
            for (int i = 0; i < POOLS; i++) {
                assertThat(instance.get("/v1/products/sku" + i).status()).isEqualTo(200);
                assertThat(available(instance, i)).isEqualTo(9);
                assertThat(instance.get(orders.get(i)).status()).isEqualTo(200);
                assertThat(instance.get(orders.get(i) + "/history").status()).isEqualTo(200);
            }
            assertThat(listed(instance, "/v1/products?limit=5", "sku")).hasSize(POOLS);
            assertThat(listed(instance, "/v1/orders?customer=c1&limit=5", "orderId"))
                    .hasSize(POOLS);
        }
        assertThat(forwarded()).as("some keys lie on the other instance").isPositive();

        first.close();

        ApiClient survivor = client.at(second);
        Answer list = survivor.get("/v1/products");
        assertThat(list.status() == 503 || list.json().path("items").size() == POOLS)
                .as("a list is whole, or none: " + list.text())
                .isTrue();
        Await.until("the other instance answers for all keys", Duration.ofSeconds(60), () -> {
            for (int i = 0; i < POOLS; i++) {
                if (survivor.get("/v1/products/sku" + i).status() != 200
                        || survivor.get(orders.get(i)).status() != 200) {
                    return false;
                }
            }
            return true;
        });
        assertThat(listed(survivor, "/v1/orders?customer=c1&limit=5", "orderId"))
                .hasSize(POOLS);
        for (int i = 0; i < POOLS; i++) {
            assertThat(order(survivor, i).status()).isEqualTo(201);
            assertThat(available(survivor, i)).isEqualTo(8);
        }
    }

    private double forwarded() {
        // The other instance also counts the requests that are forwarded to it.
        ApiClient nobody = new ApiClient(first.port(), "none", null);
        return Double.parseDouble(nobody.get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("queries_forwarded_total"))
                .findFirst()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .orElse("0"));
    }

    private static void product(ApiClient client, String sku) {
        String body = "{\"sku\":\"%s\",\"name\":\"P\",\"unitPrice\":\"1\",\"currency\":\"GBP\"}".formatted(sku);
        assertThat(client.post("/v1/products", body).status()).isEqualTo(201);
    }

    private static Answer order(ApiClient client, int pool) {
        String body =
                "{\"customerId\":\"c1\",\"country\":\"GB\",\"pool\":\"pool%d\",\"lines\":[{\"sku\":\"sku%d\",\"quantity\":1}]}"
                        .formatted(pool, pool);
        Answer[] answer = new Answer[1];
        Await.until("the product can be ordered", Duration.ofSeconds(10), () -> {
            answer[0] = client.post("/v1/orders", body);
            return !answer[0].text().contains("unknown_sku");
        });
        return answer[0];
    }

    private static long available(ApiClient client, int pool) {
        return client.get("/v1/stock/pool" + pool + "/sku" + pool)
                .json()
                .path("available")
                .longValue();
    }

    private static Set<String> listed(ApiClient client, String path, String field) {
        Set<String> ids = new TreeSet<>();
        String next = path;
        while (next != null) {
            JsonNode page = client.get(next).json();
            for (JsonNode item : page.path("items")) {
                assertThat(ids.add(item.path(field).textValue())).isTrue();
            }
            String cursor = page.path("next").textValue();
            next = cursor == null ? null : path + "&cursor=" + cursor;
        }
        return ids;
    }
}
