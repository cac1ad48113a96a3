package com.fusioncommerce.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DruidClientTest {
    private static final String SQL = "/druid/v2/sql";
    private static final QueryArguments ACME = QueryArguments.ofTenant("acme")
            .currency("GBP")
            .between(Instant.parse("2011-01-01T00:00:00Z"), Instant.parse("2012-01-01T00:00:00Z"))
            .limit(3);

    private HttpStub druid;
    private DruidClient client;

    @BeforeEach
    void start() throws IOException {
        druid = new HttpStub();
        client = new DruidClient(druid.url(), Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        druid.close();
    }

    @Test
    void arguments_go_beside_the_sql_not_into_it() throws IOException {
        druid.answer(SQL, 200, "[]");

        client.query(DruidQuery.TOP_PRODUCTS, ACME);

        JsonNode request = DruidHttp.JSON.readTree(druid.requests().get(0).body());
        assertThat(request.get("query").asText()).contains("\"tenant\" = ?").doesNotContain("acme");
        assertThat(request.get("parameters"))
                .hasToString("[{\"type\":\"VARCHAR\",\"value\":\"acme\"},"
                        + "{\"type\":\"VARCHAR\",\"value\":\"GBP\"},"
                        + "{\"type\":\"TIMESTAMP\",\"value\":\"2011-01-01T00:00:00Z\"},"
                        + "{\"type\":\"TIMESTAMP\",\"value\":\"2012-01-01T00:00:00Z\"},"
                        + "{\"type\":\"INTEGER\",\"value\":3}]");
        assertThat(request.at("/context/timeout").asInt()).isEqualTo(5000);
    }

    @Test
    void ranks_are_asked_for_exactly() throws IOException {
        druid.answer(SQL, 200, "[]");

        client.query(DruidQuery.TOP_PRODUCTS, ACME);

        JsonNode context =
                DruidHttp.JSON.readTree(druid.requests().get(0).body()).get("context");
        assertThat(context.get("useApproximateTopN")).isEqualTo(BooleanNode.FALSE);
    }

    @Test
    void rows_are_read_by_column() {
        druid.answer(
                SQL,
                200,
                "[{\"newest\":\"2011-12-09T12:50:00.000Z\",\"writtenAt\":null,\"events\":40000000000,\"mean\":0.25}]");

        List<Row> rows = client.query(DruidQuery.FRESHNESS, ACME);

        assertThat(rows).hasSize(1);
        Row row = rows.get(0);
        assertThat(row.time("newest")).contains(Instant.parse("2011-12-09T12:50:00Z"));
        assertThat(row.time("writtenAt")).isEmpty();
        assertThat(row.text("writtenAt")).isEmpty();
        assertThat(row.number("writtenAt")).isZero();
        assertThat(row.decimal("writtenAt")).isZero();
        assertThat(row.number("events")).isEqualTo(40_000_000_000L);
        assertThat(row.decimal("mean")).isEqualTo(0.25);
        assertThatThrownBy(() -> row.text("nonsense")).hasMessageContaining("nonsense");
    }

    @Test
    void a_row_is_an_object_in_json() throws IOException {
        druid.answer(SQL, 200, "[{\"event\":\"order.created\",\"events\":2}]");

        Row row = client.query(DruidQuery.ORDER_EVENTS, ACME).get(0);

        assertThat(DruidHttp.JSON.writeValueAsString(row)).isEqualTo("{\"event\":\"order.created\",\"events\":2}");
    }

    @Test
    void a_sum_is_put_together_and_is_a_text_in_json() throws IOException {
        druid.answer(
                SQL,
                200,
                "[{\"month\":\"2011-12\",\"lines\":2,\"unitsHigh\":0,\"unitsLow\":3,\"revenueHigh\":73819750,"
                        + "\"revenueLow\":134217726,\"netUnitsHigh\":0,\"netUnitsLow\":0,"
                        + "\"netRevenueHigh\":-1,\"netRevenueLow\":134217726}]");

        Row row = client.query(DruidQuery.IMPORTED_LINES_BY_MONTH, ACME).get(0);

        assertThat(row.sum("revenue")).isEqualTo(new BigInteger("9907919260745726"));
        assertThat(row.sum("netRevenue")).isEqualTo(BigInteger.valueOf(-2));
        assertThat(DruidHttp.JSON.writeValueAsString(row))
                .isEqualTo("{\"month\":\"2011-12\",\"lines\":2,\"units\":\"3\",\"revenue\":\"9907919260745726\","
                        + "\"netUnits\":\"0\",\"netRevenue\":\"-2\"}");
    }

    @Test
    void a_data_source_without_any_rows_yet_has_none() {
        druid.answer(
                SQL,
                400,
                "{\"error\":\"druidException\",\"errorCode\":\"invalidInput\",\"errorMessage\":"
                        + "\"Object 'line_facts' not found (line [7], column [6])\"}");

        assertThat(client.query(DruidQuery.TOP_PRODUCTS, ACME)).isEmpty();
    }

    @Test
    void a_refused_query_says_why() {
        druid.answer(SQL, 400, "{\"error\":\"druidException\",\"errorMessage\":\"Column 'x' not found\"}");

        assertThatThrownBy(() -> client.query(DruidQuery.TOTALS, ACME))
                .isInstanceOf(DruidException.class)
                .isNotInstanceOf(DruidUnavailableException.class)
                .hasMessageContaining("Column 'x' not found")
                .extracting(e -> ((DruidException) e).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void a_druid_that_cannot_answer_now_may_later(int status) {
        druid.answer(SQL, status, "There are no available brokers.");

        assertThatThrownBy(() -> client.query(DruidQuery.TOTALS, ACME))
                .isInstanceOf(DruidUnavailableException.class)
                .hasMessageContaining("There are no available brokers.");
    }

    @Test
    void half_an_answer_is_none() {
        druid.answer(SQL, 200, "[{\"currency\":\"GBP\",\"orders\":1},");

        assertThatThrownBy(() -> client.query(DruidQuery.TOTALS, ACME)).isInstanceOf(DruidException.class);
    }

    @Test
    void a_druid_that_is_not_there_is_unavailable() {
        URI gone = druid.url();
        druid.close();

        assertThatThrownBy(() -> new DruidClient(gone, Duration.ofSeconds(5)).query(DruidQuery.TOTALS, ACME))
                .isInstanceOf(DruidUnavailableException.class)
                .hasMessageContaining(gone.toString());
    }
}
