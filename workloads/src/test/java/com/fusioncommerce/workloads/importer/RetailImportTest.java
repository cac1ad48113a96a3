package com.fusioncommerce.workloads.importer;

import static com.fusioncommerce.workloads.importer.RetailFiles.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.platform.cli.ProgressBar;
import com.fusioncommerce.workloads.client.ApiException;
import com.fusioncommerce.workloads.client.ApiStandIn;
import com.fusioncommerce.workloads.client.ApiStandIn.Asked;
import com.fusioncommerce.workloads.client.ApiStandIn.Reply;
import com.fusioncommerce.workloads.client.ClientSettings;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.Pace;
import com.fusioncommerce.workloads.client.StopSignal;
import com.fusioncommerce.workloads.importer.Journal.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailImportTest {
    private static final Pace AT_ONCE = Pace.unlimited();

    @TempDir
    private Path directory;

    private ApiStandIn api;
    private ShopStandIn shop;
    private Sales sales;

    @BeforeEach
    void start() throws IOException {
        api = new ApiStandIn();
        shop = new ShopStandIn();
        api.otherwise(shop);
        sales = RetailFiles.sales(RetailFiles.of(
                directory,
                line("1", "A", 2, "1.0"),
                line("1", "B", 1, "0.425"),
                line("2", "A", 1, "1.0"),
                line("3", "C", 1, "9.99"),
                line("C4", "A", -1, "1.0")));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void products_come_first_then_their_stock_then_orders_then_cancellations() throws IOException {
        Map<Step, ImportTally> tallies = run(true, new StopSignal());

        assertThat(shop.products()).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(shop.orders())
                .isEqualTo(Map.of("main~1", "confirmed", "main~2", "cancelled", "main~3", "confirmed"));
        assertThat(tallies.get(Step.ORDER).doneNow()).isEqualTo(3);
        assertThat(tallies.get(Step.CANCELLATION).doneNow()).isEqualTo(1);
        assertThat(api.asked().stream().map(RetailImportTest::kind).distinct())
                .containsExactly("product", "stock", "order", "cancel");
    }

    @Test
    void a_second_import_sends_nothing_again() throws IOException {
        run(true, new StopSignal());
        int sent = (int) commands();

        Map<Step, ImportTally> tallies = run(true, new StopSignal());

        assertThat(commands()).isEqualTo(sent);
        assertThat(tallies.get(Step.ORDER).doneNow()).isZero();
        assertThat(tallies.get(Step.ORDER).doneEarlier()).isEqualTo(3);
    }

    @Test
    void an_import_that_was_stopped_goes_on_where_it_was() throws IOException {
        StopSignal signal = new StopSignal();
        AtomicInteger orders = new AtomicInteger();
        api.otherwise(request -> {
            if (kind(request).equals("order") && orders.incrementAndGet() == 1) {
                signal.stop();
            }
            return shop.answer(request);
        });
        run(true, signal);
        assertThat(shop.orders()).isNotEmpty().hasSizeLessThan(3);

        api.otherwise(shop);
        run(true, new StopSignal());

        assertThat(shop.orders()).hasSize(3).containsEntry("main~2", "cancelled");
        assertThat(api.asked().stream().filter(asked -> kind(asked).equals("order")))
                .hasSize(3);
    }

    @Test
    void without_its_progress_file_an_import_doubles_nothing() throws IOException {
        run(true, new StopSignal());
        Files.delete(journalFile());
        shop.forgetKeys();

        Map<Step, ImportTally> tallies = run(false, new StopSignal());

        assertThat(shop.orders()).hasSize(3).containsEntry("main~2", "cancelled");
        assertThat(tallies.get(Step.PRODUCT).doneEarlier()).isEqualTo(3);
        assertThat(tallies.get(Step.ORDER).doneEarlier()).isEqualTo(3);
    }

    @Test
    void the_same_data_has_the_same_keys_every_time() throws IOException {
        run(true, new StopSignal());
        Files.delete(journalFile());
        run(true, new StopSignal());

        assertThat(api.asked().stream()
                        .map(Asked::key)
                        .filter(key -> key != null)
                        .distinct()
                        .count())
                .isEqualTo(commands() / 2);
    }

    @Test
    void a_progress_file_of_a_platform_that_was_wiped_is_forgotten() throws IOException {
        run(true, new StopSignal());
        shop = new ShopStandIn();
        api.otherwise(shop);

        run(true, new StopSignal());

        assertThat(shop.orders()).hasSize(3);
    }

    @Test
    void refusals_are_counted_by_their_code_and_tried_again_next_time() throws IOException {
        api.otherwise(request -> kind(request).equals("order")
                        && request.body().path("reference").asText().equals("3")
                ? new Reply(422, "{\"code\":\"unknown_sku\",\"detail\":\"no C\"}")
                : shop.answer(request));

        Map<Step, ImportTally> tallies = run(true, new StopSignal());

        assertThat(tallies.get(Step.ORDER).refusals()).isEqualTo(Map.of("unknown_sku", 1));
        assertThat(tallies.get(Step.ORDER).example()).isEqualTo("3: no C");
        api.otherwise(shop);
        run(true, new StopSignal());
        assertThat(shop.orders()).hasSize(3);
    }

    @Test
    void a_refusal_ends_the_import_where_that_is_asked_for() {
        api.otherwise(request -> kind(request).equals("order")
                ? new Reply(409, "{\"code\":\"insufficient_stock\"}")
                : shop.answer(request));

        assertThatThrownBy(() -> run(false, new StopSignal()))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("insufficient_stock");
    }

    @Test
    void orders_go_with_their_historical_time_and_price() throws IOException {
        run(true, new StopSignal());

        assertThat(api.asked())
                .filteredOn(asked -> kind(asked).equals("order")
                        && asked.body().path("reference").asText().equals("1"))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.body().path("placedAt").asText()).isEqualTo("2010-12-01T08:26:00Z");
                    assertThat(asked.body().at("/lines/1/unitPrice").asText()).isEqualTo("0.4250");
                    assertThat(asked.body().path("currency").asText()).isEqualTo("GBP");
                });
    }

    @Test
    void a_journal_line_that_was_cut_short_does_not_count() throws IOException {
        Files.writeString(journalFile(), "ORDER 1\nORDER 53", UTF_8);

        try (Journal journal = Journal.open(journalFile())) {
            assertThat(journal.has(Step.ORDER, "1")).isTrue();
            assertThat(journal.has(Step.ORDER, "53")).isFalse();
            assertThat(journal.someOrder()).contains("1");
        }
    }

    private Map<Step, ImportTally> run(boolean skipRefused, StopSignal signal) throws IOException {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        FusionClient client = new FusionClient(ClientSettings.of(api.url(), "secret"));
        try (Journal journal = Journal.open(journalFile())) {
            return new RetailImport(
                            client,
                            journal,
                            new ProgressBar(nowhere, true),
                            signal,
                            new RetailImport.Settings(1, AT_ONCE, skipRefused))
                    .run(sales, Cancellations.of(sales).matches());
        }
    }

    private Path journalFile() {
        return directory.resolve("import.progress");
    }

    private long commands() {
        return api.asked().stream().filter(asked -> asked.key() != null).count();
    }

    private static String kind(Asked asked) {
        return asked.key() == null ? "question" : asked.key().split(":", -1)[1];
    }
}
