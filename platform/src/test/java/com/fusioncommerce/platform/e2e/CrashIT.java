package com.fusioncommerce.platform.e2e;

import static com.fusioncommerce.platform.e2e.RunningPlatform.PATIENCE;
import static com.fusioncommerce.platform.e2e.RunningPlatform.Running.mugs;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.druid.DruidQuery;
import com.fusioncommerce.druid.QueryArguments;
import com.fusioncommerce.platform.client.FusionClient;
import com.fusioncommerce.platform.client.PlacedOrder;
import com.fusioncommerce.platform.client.StockLevel;
import com.fusioncommerce.platform.e2e.RunningPlatform.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningPlatform.class)
class CrashIT {
    private static final int ORDERS = 500;

    @Test
    void kill_9_of_the_api_in_the_middle_of_500_orders_loses_and_doubles_none(Running platform) {
        FusionClient client = platform.shop("crash-api", 2_000);
        List<PlacedOrder> acknowledged = placeAndKill(platform, client, "api");

        assertThat(acknowledged).hasSize(ORDERS);
        Set<String> ids = acknowledged.stream().map(PlacedOrder::orderId).collect(Collectors.toSet());
        assertThat(ids).hasSize(ORDERS);
        List<PlacedOrder> listed = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            listed.addAll(client.ordersOf("c" + i).join());
        }
        assertThat(listed).extracting(PlacedOrder::orderId).containsExactlyInAnyOrderElementsOf(ids);
        StockLevel stock = client.stock("MUG").join().orElseThrow();
        assertThat(stock.onHand()).isEqualTo(2_000);
        assertThat(stock.available()).isEqualTo(2_000 - ORDERS);
    }

    @Test
    void kill_9_of_flink_in_the_middle_of_500_orders_leaves_druids_count_exact(Running platform) {
        FusionClient client = platform.shop("crash-flink", 2_000);
        assertThat(placeAndKill(platform, client, "flink")).hasSize(ORDERS);

        QueryArguments day = QueryArguments.ofTenant("crash-flink")
                .currency("GBP")
                .between(Instant.now().minus(Duration.ofHours(1)), Instant.now().plus(Duration.ofHours(1)));
        Awaitility.await("Druid counts every order once").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(platform.druid(DruidQuery.TOTALS, day))
                    .singleElement()
                    .satisfies(row -> assertThat(row.number("orders")).isEqualTo(ORDERS));
        });
    }

    /**
     * Each is another customer's, since the gate takes many quick orders of one for fraud, and is sent until
     * acknowledged, with the same idempotency key.
     */
    private static List<PlacedOrder> placeAndKill(Running platform, FusionClient client, String part) {
        long before = platform.pid(part);
        AtomicInteger answered = new AtomicInteger();
        List<CompletableFuture<PlacedOrder>> orders = new ArrayList<>();
        CompletableFuture<Void> half = new CompletableFuture<>();
        for (int i = 0; i < ORDERS; i++) {
            orders.add(client.placeOrder(mugs("c" + i, 1), part + "-" + i).whenComplete((order, failure) -> {
                if (answered.incrementAndGet() == ORDERS / 2) {
                    half.complete(null);
                }
            }));
        }
        half.join();
        platform.kill(part);
        platform.awaitRestart(part, before);
        return orders.stream().map(CompletableFuture::join).toList();
    }
}
