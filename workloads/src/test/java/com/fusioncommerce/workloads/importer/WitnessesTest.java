package com.fusioncommerce.workloads.importer;

import static com.fusioncommerce.workloads.importer.RetailFiles.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.workloads.client.ApiStandIn;
import com.fusioncommerce.workloads.client.ApiStandIn.Reply;
import com.fusioncommerce.workloads.client.ClientSettings;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.importer.reconcile.Count;
import com.fusioncommerce.workloads.importer.reconcile.Difference;
import com.fusioncommerce.workloads.importer.reconcile.Dimension;
import com.fusioncommerce.workloads.importer.reconcile.Measure;
import com.fusioncommerce.workloads.importer.reconcile.Reconciliation;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessesTest {
    private static final String ORDER = """
            {"orderId":"main~%s","status":"confirmed","country":"United Kingdom","placedAt":"2010-12-01T08:26:00Z",
             "lines":[{"sku":"A","quantity":%d,"total":{"amount":%d,"currency":"GBP"}}]}""";

    @TempDir
    private Path directory;

    private ApiStandIn api;
    private FusionClient client;
    private Sales sales;

    @BeforeEach
    void start() throws IOException {
        api = new ApiStandIn();
        client = new FusionClient(ClientSettings.of(api.url(), "secret"));
        sales = RetailFiles.sales(RetailFiles.of(directory, line("1", "A", 3, "0.425"), line("2", "A", 1, "0.425")));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void the_import_rounds_each_line_half_even_and_not_their_sum() {
        Count file = Witnesses.imported(sales);

        assertThat(file.of(Dimension.PRODUCT, "A", Measure.REVENUE)).isEqualTo(128 + 42);
        assertThat(file.of(Dimension.MONTH, "2010-12", Measure.ORDERS)).isEqualTo(2);
        assertThat(file.of(Dimension.COUNTRY, "United Kingdom", Measure.UNITS)).isEqualTo(4);
    }

    @Test
    void state_that_holds_the_same_orders_agrees_whatever_else_it_holds() {
        answer(ORDER.formatted("1", 3, 128), ORDER.formatted("2", 1, 42), ORDER.formatted("other", 9, 900));

        assertThat(differences()).isEmpty();
    }

    @Test
    void an_order_that_is_missing_is_found() {
        answer(ORDER.formatted("1", 3, 128));

        assertThat(differences())
                .contains(new Difference(
                        Dimension.MONTH,
                        "2010-12",
                        Measure.ORDERS,
                        "state stores",
                        BigInteger.valueOf(2),
                        BigInteger.valueOf(1)))
                .contains(new Difference(
                        Dimension.PRODUCT,
                        "A",
                        Measure.UNITS,
                        "state stores",
                        BigInteger.valueOf(4),
                        BigInteger.valueOf(3)));
    }

    @Test
    void a_penny_more_is_found() {
        answer(ORDER.formatted("1", 3, 129), ORDER.formatted("2", 1, 42));

        assertThat(differences())
                .contains(new Difference(
                        Dimension.PRODUCT,
                        "A",
                        Measure.REVENUE,
                        "state stores",
                        BigInteger.valueOf(170),
                        BigInteger.valueOf(171)));
    }

    private void answer(String... orders) {
        api.otherwise(request -> new Reply(200, "{\"items\":[" + String.join(",", orders) + "],\"next\":null}"));
    }

    private List<Difference> differences() {
        return new Reconciliation(
                        Witnesses.imported(sales),
                        List.of(Witnesses.state(sales, client).placed()))
                .differences();
    }
}
