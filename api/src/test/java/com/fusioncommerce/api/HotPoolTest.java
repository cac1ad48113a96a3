package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.ApiClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that a pool is spread over several pools while orders are placed: no order is lost, no stock is oversold, and
 * all instances agree.
 */
@ExtendWith(ApiExtension.class)
class HotPoolTest {
    private static final List<String> POOLS = List.of("main", "main-2", "main-3");
    private static final int STOCK = 600;

    private final ApiExtension.Shared shared;

    HotPoolTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @Test
    void a_hot_pool_is_spread_while_orders_flow() throws Exception {
        ApiClient client = shared.newTenant();
        client.stocked("tea", "1", STOCK);
        assertThat(client.order("tea", 1).status()).isEqualTo(201);
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService shoppers = Executors.newFixedThreadPool(4);
        List<CompletableFuture<List<Answer>>> bought = new ArrayList<>();
        for (int shopper = 0; shopper < 4; shopper++) {
            String name = "shopper" + shopper + "-";
            bought.add(CompletableFuture.supplyAsync(() -> shop(client, name, enough), shoppers));
        }

        for (String pool : POOLS.subList(1, POOLS.size())) {
            String body = "{\"quantity\":150,\"to\":\"%s\",\"reason\":\"hot pool\"}".formatted(pool);
            String once = "to-" + pool;
            Answer moved = client.post("/v1/stock/main/tea/transfers", body, "Idempotency-Key", once);
            assertThat(moved.status()).as(moved.text()).isEqualTo(200);
            assertThat(client.post("/v1/stock/main/tea/transfers", body, "Idempotency-Key", once)
                            .status())
                    .isEqualTo(200);
            Await.until("the units arrive", Duration.ofSeconds(10), () -> onHand(client, pool) == 150);
        }
        Answer spread = client.put(
                "/v1/pools/main/spread",
                "{\"pools\":[{\"pool\":\"main\"},{\"pool\":\"main-2\"},{\"pool\":\"main-3\"}]}");
        assertThat(spread.status()).as(spread.text()).isEqualTo(200);
        Await.until("orders are placed in every pool", Duration.ofSeconds(30), () -> POOLS.stream()
                .allMatch(pool -> reserved(client, pool) > 0));
        enough.set(true);
        List<Answer> answers = new ArrayList<>();
        for (CompletableFuture<List<Answer>> one : bought) {
            answers.addAll(one.get());
        }
        shoppers.shutdown();

        long placed = answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.text())
                .satisfiesAnyOf(text -> assertThat(answer.status()).isEqualTo(201), text -> assertThat(text)
                        .contains("insufficient_stock")));
        assertThat(POOLS.stream().mapToLong(pool -> onHand(client, pool)).sum()).isEqualTo(STOCK);
        assertThat(POOLS.stream().mapToLong(pool -> reserved(client, pool)).sum())
                .isEqualTo(placed + 1);
        assertThat(pools(answers).keySet()).containsExactlyInAnyOrderElementsOf(POOLS);
    }

    @Test
    void who_asks_wrongly_is_told() {
        ApiClient client = shared.newTenant();
        client.stocked("tea", "1", 5);

        String path = "/v1/stock/main/tea/transfers";
        assertThat(client.post(path, "{\"quantity\":6,\"to\":\"east\"}").problem())
                .isEqualTo("insufficient_stock");
        assertThat(client.post(path, "{\"quantity\":1,\"to\":\"main\"}").problem())
                .isEqualTo("invalid_id");
        assertThat(client.post(path, "{\"quantity\":0,\"to\":\"east\"}").problem())
                .isEqualTo("invalid_quantity");
        assertThat(client.put("/v1/pools/main/spread", "{\"pools\":[{\"pool\":\"a\"},{\"pool\":\"a\"}]}")
                        .problem())
                .isEqualTo("invalid_id");
        ApiClient reader =
                client.with(shared.platform().token(client.tenant(), List.of("stock:read"), Duration.ofMinutes(1)));
        assertThat(reader.post(path, "{\"quantity\":1,\"to\":\"east\"}").problem())
                .isEqualTo("insufficient_scope");
        assertThat(reader.get("/v1/pools/main/spread").json().path("pools")).isEmpty();
    }

    private static List<Answer> shop(ApiClient client, String name, AtomicBoolean enough) {
        List<Answer> answers = new ArrayList<>();
        while (!enough.get() && answers.size() < STOCK) {
            String body = "{\"customerId\":\"%s\",\"country\":\"GB\",\"lines\":[{\"sku\":\"tea\",\"quantity\":1}]}"
                    .formatted(name + answers.size());
            answers.add(client.post("/v1/orders", body));
        }
        return answers;
    }

    private static Map<String, Integer> pools(List<Answer> answers) {
        Map<String, Integer> pools = new TreeMap<>();
        for (Answer answer : answers) {
            if (answer.status() == 201) {
                String id = answer.json().path("orderId").textValue();
                pools.merge(id.substring(0, id.indexOf('~')), 1, Integer::sum);
            }
        }
        return pools;
    }

    private static long onHand(ApiClient client, String pool) {
        return stock(client, pool).path("onHand").longValue();
    }

    private static long reserved(ApiClient client, String pool) {
        return stock(client, pool).path("reserved").longValue();
    }

    private static JsonNode stock(ApiClient client, String pool) {
        return client.get("/v1/stock/" + pool + "/tea").json();
    }
}
