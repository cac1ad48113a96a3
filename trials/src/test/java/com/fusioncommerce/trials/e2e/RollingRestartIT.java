package com.fusioncommerce.trials.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.Platform;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.config.Shape;
import com.fusioncommerce.platform.supervisor.Watcher;
import com.fusioncommerce.trials.bench.Await;
import com.fusioncommerce.trials.bench.failover.Balancer;
import com.fusioncommerce.trials.bench.failover.Outage;
import com.fusioncommerce.trials.bench.failover.Traffic;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import com.fusioncommerce.workloads.client.PlacedOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two API nodes behind a load balancer, restarted one after the other under requests without retries. */
class RollingRestartIT {
    private static final int READS_PER_SECOND = 40;
    private static final int ORDERS_PER_SECOND = 20;
    private static final int ORDERS_BEFORE = 20;

    @TempDir
    private Path directory;

    @Test
    void a_rolling_restart_refuses_no_request_and_every_acknowledged_order_is_there_once() throws Exception {
        PlatformConfig config = PlatformConfig.local(HomeOption.root(), new Home(directory), Ports.free())
                .with(Map.of("FUSION_FRAUD_GATE", "off"))
                .with(Shape.SINGLE.withNodes(2));
        try (Platform platform = Platform.start(config, Set.of("api"), Watcher.silent())) {
            BenchShop shop = BenchShop.open(config, "rolling", 8, 4, 1_000_000);
            Balancer balancer = new Balancer(config.apiUrls());
            Await.until("both nodes are ready", SharedPlatform.PATIENCE, () -> balancer.ready() == 2);
            Traffic traffic = new Traffic(shop, balancer, READS_PER_SECOND, ORDERS_PER_SECOND);
            Await.until(
                    "orders are placed",
                    SharedPlatform.PATIENCE,
                    () -> traffic.acknowledged().size() >= ORDERS_BEFORE);
            long from = System.nanoTime();

            platform.restart("api");
            Await.until("both nodes are ready again", SharedPlatform.PATIENCE, () -> balancer.ready() == 2);

            Outage outage = traffic.since(from);
            traffic.close();
            balancer.close();
            // An order whose task is moving may be answered with 202: it is in the log, and will be decided.
            assertThat(outage.kinds()).allSatisfy((kind, noticed) -> {
                assertThat(noticed.sent()).as(kind.toString()).isPositive();
                assertThat(noticed.failures().keySet()).as(outage.why()).isSubsetOf(Traffic.NOT_IN_TIME);
            });
            assertThatEachIsThereOnce(shop, traffic.acknowledged());
        }
    }

    private static void assertThatEachIsThereOnce(BenchShop shop, Set<String> acknowledged) {
        for (String id : acknowledged) {
            PlacedOrder order = shop.client().order(id).join().orElseThrow();
            List<PlacedOrder> listed =
                    shop.client().ordersOf(order.customerId()).join();
            assertThat(listed).extracting(PlacedOrder::orderId).containsExactly(id);
        }
    }
}
