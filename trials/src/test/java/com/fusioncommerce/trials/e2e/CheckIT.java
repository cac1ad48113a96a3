package com.fusioncommerce.trials.e2e;

import static com.fusioncommerce.trials.e2e.SharedPlatform.Running.mugs;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.Fusion;
import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import com.fusioncommerce.trials.checker.CheckSettings;
import com.fusioncommerce.trials.checker.Checker;
import com.fusioncommerce.trials.checker.Verdict;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import com.fusioncommerce.workloads.client.FusionClient;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The checker on the product's own log: as it is, and with one record dropped or duplicated in a copy. */
@ExtendWith(SharedPlatform.class)
class CheckIT {
    private static final String TENANT = "checked";

    @Test
    void what_the_platform_wrote_is_sound_and_what_is_lost_or_doubled_in_it_is_found(Running platform) {
        String order = placeAndCancel(platform);
        assertThat(Fusion.run(
                        "check",
                        "--tenant",
                        TENANT,
                        "--drained",
                        "--home",
                        platform.home().toString()))
                .isZero();

        assertThat(gapsWhen(platform, record -> is(record, "order.reserved") ? 0 : 1))
                .as("a dropped event")
                .contains(TENANT + "/" + order, "order.confirmed", "but the order is pending");
        assertThat(gapsWhen(platform, record -> is(record, "inventory.reserved") ? 2 : 1))
                .as("a doubled event")
                .contains(TENANT + "/main~" + order, "inventory.reserved with ce_id");
        assertThat(gapsWhen(platform, record -> is(record, "inventory.set") ? 0 : 1))
                .as("more reserved than there is")
                .contains(TENANT + "/main~MUG", "oversold");
        assertThat(gapsWhen(platform, record -> is(record, "inventory.transfer_received") ? 0 : 1))
                .as("units that never arrive")
                .contains("was sent and never received");
        assertThat(gapsWhen(platform, record -> is(record, "inventory.transfer_received") ? 2 : 1))
                .as("units that arrive twice")
                .contains("was sent 1 times and received 2 times");
        assertThat(gapsWhen(
                        platform, record -> record.topic().equals("commands.outcomes") && names(record, order) ? 0 : 1))
                .as("an outcome that never came")
                .contains(TENANT + "/" + order, "has no outcome");
    }

    private static String placeAndCancel(Running platform) {
        FusionClient client = platform.shop(TENANT, 10);
        String placed = client.placeOrder(mugs(4), "checked-1").join().orderId();
        platform.awaitStatus(client, placed, "confirmed");
        client.cancelOrder(placed, "changed my mind", null, "checked-2").join();
        client.transferStock("main", "MUG", 5, "north", "checked-3").join();
        Awaitility.await("the mugs arrive")
                .atMost(SharedPlatform.PATIENCE)
                .until(() -> client.stock("north", "MUG").join().isPresent());
        client.spreadOrders("main", List.of("main", "north"), "checked-4").join();
        for (String customer : List.of("c1", "c2", "c3")) {
            String spread = client.placeOrder(mugs(customer, 1), "checked-" + customer)
                    .join()
                    .orderId();
            platform.awaitStatus(client, spread, "confirmed");
        }
        return placed;
    }

    /** The checker's gaps on a copy of the log with the given number of copies of each record. */
    private static String gapsWhen(Running platform, ToIntFunction<ConsumerRecord<byte[], byte[]>> times) {
        try (EmbeddedKafka copy = EmbeddedKafka.start()) {
            copy.createTopics();
            LogCopy.of(platform.config().kafka(), copy.bootstrapServers(), TENANT, times);
            Verdict verdict = new Checker(new CheckSettings(
                            copy.bootstrapServers(),
                            platform.config().registryUrl(),
                            platform.config().apiUrl(),
                            platform.token(TENANT),
                            null,
                            TENANT,
                            null,
                            true,
                            Duration.ZERO,
                            100))
                    .check();
            return verdict.findings().stream()
                    .flatMap(finding -> finding.gaps().stream())
                    .map(gap -> gap.key() + ": " + gap.message())
                    .reduce("", (all, gap) -> all + gap + "\n");
        }
    }

    private static boolean is(ConsumerRecord<byte[], byte[]> record, String type) {
        var header = record.headers().lastHeader("ce_type");
        return header != null && new String(header.value(), UTF_8).equals(type);
    }

    private static boolean names(ConsumerRecord<byte[], byte[]> record, String id) {
        return new String(record.key(), UTF_8).endsWith(id);
    }
}
