package com.fusioncommerce.trials.e2e;

import static com.fusioncommerce.trials.e2e.SharedPlatform.PATIENCE;
import static com.fusioncommerce.trials.e2e.SharedPlatform.Running.mugs;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fusioncommerce.druid.DruidQuery;
import com.fusioncommerce.druid.QueryArguments;
import com.fusioncommerce.druid.Row;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.PlacedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class OrderJourneyIT {
    private static final String TENANT = "journey";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void an_order_placed_over_http_is_reserved_scored_confirmed_and_counted_in_druid(Running platform)
            throws Exception {
        FusionClient client = platform.shop(TENANT, 10);

        PlacedOrder placed = client.placeOrder(mugs(4), "journey-1").join();
        assertThat(placed.status()).isIn("reserved", "confirmed");
        assertThat(placed.total()).isEqualTo(1_020);
        assertThat(client.stock("MUG").join().orElseThrow().available()).isEqualTo(6);

        PlacedOrder confirmed = platform.awaitStatus(client, placed.orderId(), "confirmed");
        assertThat(confirmed.decidedBy()).isEqualTo("model");
        JsonNode order = json(platform, "/v1/orders/" + placed.orderId());
        assertThat(order.path("decision").path("model").asText()).isEqualTo("fraud");
        assertThat(order.path("decision").path("score").asDouble()).isBetween(0.0, 0.9);

        List<String> past = types(json(platform, "/v1/orders/" + placed.orderId() + "/history"));
        assertThat(past).containsExactly("order.created", "order.reserved", "order.confirmed");

        Instant window = Instant.now().minus(Duration.ofHours(1));
        QueryArguments all = QueryArguments.ofTenant(TENANT)
                .currency("GBP")
                .between(window, Instant.now().plus(Duration.ofHours(1)));
        Row totals = Awaitility.await("counted in Druid")
                .atMost(PATIENCE)
                .until(() -> platform.druid(DruidQuery.TOTALS, all), rows -> !rows.isEmpty())
                .get(0);
        assertThat(totals.number("orders")).isEqualTo(1);
        assertThat(totals.number("units")).isEqualTo(4);
        assertThat(totals.number("revenue")).isEqualTo(1_020);
        Awaitility.await("the score is in Druid").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        platform.druid(DruidQuery.FRAUD_SCORES, all).stream()
                                .mapToLong(row -> row.number("scores"))
                                .sum())
                .isEqualTo(1));
    }

    private static JsonNode json(Running platform, String path) throws Exception {
        return JSON.readTree(platform.get(TENANT, path.replace("~", "%7E")).body());
    }

    private static List<String> types(JsonNode history) {
        return history.findValuesAsText("type");
    }
}
