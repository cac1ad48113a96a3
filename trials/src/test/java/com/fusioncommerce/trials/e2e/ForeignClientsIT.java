package com.fusioncommerce.trials.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.NewOrder;
import com.fusioncommerce.workloads.client.NewProduct;
import com.fusioncommerce.workloads.client.PlacedOrder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Off-the-shelf JavaScript clients read every topic of the platform, and decode the values that Java wrote. */
@ExtendWith(SharedPlatform.class)
class ForeignClientsIT {
    private static final String TENANT = "foreign";
    private static final long MOST_STOCK = 1_000_000_000_000L;

    @TempDir
    private Path directory;

    @Test
    void both_javascript_clients_have_every_record_of_every_topic_as_java_wrote_it(Running platform) throws Exception {
        Assumptions.assumeTrue(
                NodeClients.areThere(), "no node and npm on this machine: what JavaScript reads was not tried");
        sellForAsMuchAsCanBeCounted(platform);
        NodeClients clients = NodeClients.installed(directory);
        List<TopicDump.Line> records = TopicDump.of(platform.config());

        Map<String, Map<String, Integer>> read = clients.read(platform.config().registryUrl(), records);

        assertThat(read).hasSize(2).allSatisfy((client, topics) -> assertThat(topics.keySet())
                .as(client)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topic::name).toList()));
    }

    private static void sellForAsMuchAsCanBeCounted(Running platform) {
        FusionClient client = platform.client(TENANT);
        BigDecimal price = Amounts.decimalPrice(Amounts.MOST);
        client.createProduct(new NewProduct("CROWN", "Crown", price, "GBP"), "f-1")
                .join();
        client.setStock("CROWN", MOST_STOCK, "f-2").join();
        client.spreadOrders("main", List.of("main"), "f-3").join();
        NewOrder hundred =
                new NewOrder("c1", "GB", "GB", null, "web", List.of(new NewOrder.Line("CROWN", 100, null)), null, null);
        PlacedOrder placed = client.placeOrder(hundred, "f-4").join();
        assertThat(placed.total()).isEqualTo(Amounts.MOST);
        Awaitility.await("the order is scored, decided and a row for analysts")
                .atMost(SharedPlatform.PATIENCE)
                .until(() -> TopicDump.of(platform.config()).stream()
                                .map(TopicDump.Line::topic)
                                .distinct()
                                .count()
                        == Topics.all().size());
    }
}
