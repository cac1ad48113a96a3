package com.fusioncommerce.workloads.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.druid.DruidClient;
import com.fusioncommerce.workloads.client.ApiStandIn;
import com.fusioncommerce.workloads.client.ApiStandIn.Reply;
import com.fusioncommerce.workloads.importer.reconcile.Count;
import com.fusioncommerce.workloads.importer.reconcile.Dimension;
import com.fusioncommerce.workloads.importer.reconcile.Measure;
import com.fusioncommerce.workloads.importer.reconcile.Reconciliation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DruidWitnessTest {
    private static final Instant DECEMBER = Instant.parse("2010-12-01T08:26:00Z");

    private ApiStandIn druid;
    private DruidWitness witness;

    @BeforeEach
    void start() throws IOException {
        druid = new ApiStandIn();
        witness = new DruidWitness(new DruidClient(druid.url(), Duration.ofSeconds(10)), "online-retail");
    }

    @AfterEach
    void stop() {
        druid.close();
    }

    @Test
    void counts_what_both_data_sources_say() {
        druid.otherwise(request -> rows(request.body().path("query").asText(), 1));

        assertThat(new Reconciliation(file(), witness.placed()).differences()).isEmpty();
        assertThat(new Reconciliation(nothing(), witness.living()).differences())
                .as("the order was cancelled")
                .isEmpty();
    }

    @Test
    void a_difference_names_the_data_source() {
        druid.otherwise(request -> rows(request.body().path("query").asText(), 2));

        assertThat(new Reconciliation(file(), witness.placed()).differences())
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference.witness()).startsWith("Druid "));
    }

    @Test
    void waits_until_the_numbers_are_there() {
        AtomicInteger looks = new AtomicInteger();
        druid.otherwise(request -> looks.incrementAndGet() < 5
                ? new Reply(200, "[]")
                : rows(request.body().path("query").asText(), 1));

        assertThat(witness.caughtUp(file(), nothing(), Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void gives_up_when_nothing_more_comes() {
        druid.otherwise(request -> new Reply(200, "[]"));

        assertThat(witness.caughtUp(file(), nothing(), Duration.ofMillis(100))).isFalse();
    }

    @Test
    void waits_until_what_ended_is_taken_off_again() {
        druid.otherwise(request -> rows(request.body().path("query").asText(), 1, 255));

        assertThat(witness.caughtUp(file(), nothing(), Duration.ofMillis(100))).isFalse();
        assertThat(witness.caughtUp(file(), file(), Duration.ofMillis(100))).isTrue();
    }

    /** Rows of one cancelled order with one line; the key column follows from the query. */
    private static Reply rows(String sql, int units) {
        return rows(sql, units, 0);
    }

    private static Reply rows(String sql, int units, int netRevenue) {
        String counts = "\"orders\":1,\"lines\":1,\"unitsHigh\":0,\"unitsLow\":" + units
                + ",\"revenueHigh\":0,\"revenueLow\":255,\"netOrders\":0,\"netUnitsHigh\":0,\"netUnitsLow\":0,"
                + "\"netRevenueHigh\":0,\"netRevenueLow\":" + netRevenue;
        String key = sql.contains("\"month\"")
                ? "\"month\":\"2010-12\""
                : sql.contains("\"sku\"") ? "\"sku\":\"A\"" : "\"country\":\"France\"";
        return new Reply(200, "[{" + key + "," + counts + "}]");
    }

    private static Count nothing() {
        return new OrderCount("state stores").result();
    }

    private static Count file() {
        OrderCount count = new OrderCount("file");
        count.order(DECEMBER, "France");
        count.line(DECEMBER, "France", "A", 1, 255);
        assertThat(count.result().total(Dimension.MONTH, Measure.LINES)).isEqualTo(1);
        return count.result();
    }
}
