package com.fusioncommerce.workloads.importer;

import static com.fusioncommerce.workloads.importer.RetailFiles.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.druid.DruidClient;
import com.fusioncommerce.workloads.client.ApiStandIn;
import com.fusioncommerce.workloads.client.ApiStandIn.Reply;
import com.fusioncommerce.workloads.client.ClientSettings;
import com.fusioncommerce.workloads.client.FusionClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailReconciliationTest {
    private static final String ORDER = """
            {"items":[{"orderId":"main~1","status":"confirmed","country":"United Kingdom",
             "placedAt":"2010-12-01T08:26:00Z","lines":[{"sku":"A","quantity":2,"total":{"amount":200,"currency":"GBP"}}]}],"next":null}""";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private ApiStandIn api;
    private ApiStandIn druid;

    @BeforeEach
    void start() throws IOException {
        api = new ApiStandIn();
        api.otherwise(request -> new Reply(200, ORDER));
        druid = new ApiStandIn();
    }

    @AfterEach
    void stop() {
        api.close();
        druid.close();
    }

    @Test
    void three_that_count_the_same_are_reconciled() throws IOException {
        inDruid(1, 200);

        assertThat(reconcile()).isTrue();
        assertThat(shown.toString(UTF_8)).contains("Reconciled: all counts agree.");
    }

    @Test
    void a_penny_that_druid_lacks_is_shown() throws IOException {
        inDruid(1, 199);

        assertThat(reconcile()).isFalse();
        assertThat(shown.toString(UTF_8))
                .contains("country United Kingdom: file counts 200 revenue, Druid order_facts 199")
                .contains("NOT reconciled");
    }

    @Test
    void a_cancellation_that_druid_counts_and_the_state_stores_do_not_is_shown() throws IOException {
        inDruid(1, 200, 1);

        assertThat(reconcile()).isFalse();
        assertThat(shown.toString(UTF_8))
                .contains("country United Kingdom: state stores counts 200 revenue, Druid order_facts 0")
                .contains("NOT reconciled");
    }

    @Test
    void a_cancelled_order_is_reconciled_where_druid_has_taken_it_off() throws IOException {
        api.otherwise(request -> new Reply(200, ORDER.replace("\"confirmed\"", "\"cancelled\"")));
        inDruid(1, 200, 1);

        assertThat(reconcile()).isTrue();
    }

    @Test
    void orders_of_earlier_imports_are_named_as_what_they_are() throws IOException {
        inDruid(7, 1_400);

        assertThat(reconcile()).isFalse();
        assertThat(shown.toString(UTF_8)).contains("Druid counts all 7 orders", "--tenant");
    }

    private boolean reconcile() throws IOException {
        RetailFile file = RetailFiles.of(directory, line("1", "A", 2, "1.0"));
        Sales sales = RetailFiles.sales(file);
        return new RetailReconciliation(
                        new FusionClient(ClientSettings.of(api.url(), "secret")),
                        new DruidWitness(new DruidClient(druid.url(), Duration.ofSeconds(10)), "online-retail"),
                        new PrintStream(shown, true, UTF_8),
                        Duration.ofMillis(100))
                .run(FileCount.of(file, RetailFiles.FORM, Integer.MAX_VALUE), sales);
    }

    private void inDruid(int orders, int revenue) {
        inDruid(orders, revenue, 0);
    }

    private void inDruid(int orders, int revenue, int gone) {
        druid.otherwise(request -> {
            String sql = request.body().path("query").asText();
            String key = sql.contains("\"month\"")
                    ? "\"month\":\"2010-12\""
                    : sql.contains("\"sku\"") ? "\"sku\":\"A\"" : "\"country\":\"United Kingdom\"";
            return new Reply(
                    200,
                    ("[{%s,\"orders\":%d,\"lines\":%d,\"unitsHigh\":0,\"unitsLow\":%d,"
                                    + "\"revenueHigh\":0,\"revenueLow\":%d,\"netOrders\":%d,\"netUnitsHigh\":0,"
                                    + "\"netUnitsLow\":%d,\"netRevenueHigh\":0,\"netRevenueLow\":%d}]")
                            .formatted(
                                    key,
                                    orders,
                                    orders,
                                    2 * orders,
                                    revenue,
                                    orders - gone,
                                    2 * (orders - gone),
                                    revenue - gone * 200));
        });
    }
}
