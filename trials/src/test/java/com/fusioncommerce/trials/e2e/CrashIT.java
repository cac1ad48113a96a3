package com.fusioncommerce.trials.e2e;

import static com.fusioncommerce.trials.e2e.SharedPlatform.PATIENCE;
import static com.fusioncommerce.trials.e2e.SharedPlatform.Running.mugs;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.druid.DruidQuery;
import com.fusioncommerce.druid.QueryArguments;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.PlacedOrder;
import com.fusioncommerce.workloads.client.StockLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class CrashIT {
    private static final int ORDERS = 500;
    private static final int CANCELLED = 100;

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
    void kill_9_of_flink_among_500_orders_and_among_100_cancellations_leaves_druids_counts_exact(Running platform) {
        FusionClient client = platform.shop("crash-flink", 2_000);
        List<PlacedOrder> placed = placeAndKill(platform, client, "flink");
        assertThat(placed).hasSize(ORDERS);

        QueryArguments day = QueryArguments.ofTenant("crash-flink")
                .currency("GBP")
                .limit(10)
                .between(Instant.now().minus(Duration.ofHours(1)), Instant.now().plus(Duration.ofHours(1)));
        Awaitility.await("Druid counts every order once").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        platform.druid(DruidQuery.TOTALS, day))
                .singleElement()
                .satisfies(row -> assertThat(row.number("grossOrders")).isEqualTo(ORDERS)));

        killAmong(
                platform,
                "flink",
                placed.subList(0, CANCELLED),
                order -> client.cancelOrder(order.orderId(), "changed my mind", null, "cancel-" + order.orderId()));

        int living = ORDERS - CANCELLED;
        Awaitility.await("Druid takes every cancelled order off once, in the totals and of its product")
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(platform.druid(DruidQuery.TOTALS, day))
                            .singleElement()
                            .satisfies(row -> {
                                assertThat(row.number("grossOrders")).isEqualTo(ORDERS);
                                assertThat(row.number("cancelledOrders")).isEqualTo(CANCELLED);
                                assertThat(row.number("orders")).isEqualTo(living);
                                assertThat(row.number("revenue")).isEqualTo(living * 255L);
                            });
                    assertThat(platform.druid(DruidQuery.TOP_PRODUCTS, day))
                            .singleElement()
                            .satisfies(row -> {
                                assertThat(row.number("units")).isEqualTo(living);
                                assertThat(row.number("revenue")).isEqualTo(living * 255L);
                                assertThat(row.number("grossUnits")).isEqualTo(ORDERS);
                            });
                });
    }

    /**
     * Each order is of another customer, since the gate takes many quick orders of one for fraud, and is retried with
     * its idempotency key until acknowledged.
     */
    private static List<PlacedOrder> placeAndKill(Running platform, FusionClient client, String part) {
        List<Integer> numbers = IntStream.range(0, ORDERS).boxed().toList();
        return killAmong(platform, part, numbers, i -> client.placeOrder(mugs("c" + i, 1), part + "-" + i));
    }

    /** Kills a part once half of the requests are answered, and waits for all of them. */
    private static <T> List<PlacedOrder> killAmong(
            Running platform, String part, List<T> all, Function<T, CompletableFuture<PlacedOrder>> request) {
        long before = platform.pid(part);
        AtomicInteger answered = new AtomicInteger();
        CompletableFuture<Void> half = new CompletableFuture<>();
        List<CompletableFuture<PlacedOrder>> requests = new ArrayList<>();
        for (T one : all) {
            requests.add(request.apply(one).whenComplete((order, failure) -> {
                if (answered.incrementAndGet() == all.size() / 2) {
                    half.complete(null);
                }
            }));
        }
        half.join();
        platform.kill(part);
        platform.awaitRestart(part, before);
        return requests.stream().map(CompletableFuture::join).toList();
    }
}
