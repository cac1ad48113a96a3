package com.fusioncommerce.api.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.druid.Row;
import java.math.BigInteger;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-07T05:00:00Z, 2026-03-10T04:00:00Z, 24 23 24 24",
        "America/New_York, 2026-10-31T04:00:00Z, 2026-11-02T05:00:00Z, 24 25 24",
        "Europe/London, 2026-03-28T00:00:00Z, 2026-03-29T23:00:00Z, 24 23 24",
        "Asia/Kolkata, 2026-03-28T18:30:00Z, 2026-03-29T18:30:00Z, 24 24",
        // Daylight saving starts at midnight: the 24th of April begins at 01:00.
        "Africa/Cairo, 2026-04-22T22:00:00Z, 2026-04-24T21:00:00Z, 24 23 24"
    })
    void a_day_begins_at_midnight_of_the_zone_whatever_the_clocks_do(
            String zone, String first, String last, String hours) {
        Timeline timeline = Timeline.of(List.of(row(first, 1), row(last, 2)), window(DashboardRange.ALL, zone));

        assertThat(timeline.rows().stream()
                        .map(row -> Long.toString(hoursOf(row)))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(hours);
        assertThat(timeline.rows().get(0).number("orders")).isEqualTo(1);
        assertThat(timeline.rows().get(timeline.rows().size() - 1).number("orders"))
                .isEqualTo(2);
    }

    @Test
    void days_in_between_are_zeros() {
        Timeline timeline = Timeline.of(
                List.of(row("2026-01-01T00:00:00Z", 1), row("2026-01-04T00:00:00Z", 2)),
                window(DashboardRange.ALL, "UTC"));

        assertThat(timeline.rows()).extracting(row -> row.number("orders")).containsExactly(1L, 0L, 0L, 2L);
    }

    @Test
    void many_days_are_summed_by_month() {
        Timeline timeline = Timeline.of(
                List.of(row("2010-12-01T05:00:00Z", 1), row("2010-12-31T05:00:00Z", 2), row("2026-11-29T05:00:00Z", 4)),
                window(DashboardRange.ALL, "America/New_York"));

        assertThat(timeline.step()).isEqualTo(Period.ofMonths(1));
        assertThat(timeline.rows()).hasSize(16 * 12);
        assertThat(timeline.rows().get(0).values()).containsEntry("at", "2010-12-01T05:00:00Z");
        assertThat(timeline.rows().get(0).number("orders")).isEqualTo(3);
        assertThat(timeline.rows().get(16 * 12 - 1).sum("revenue")).isEqualTo(400);
    }

    @Test
    void the_sum_of_a_month_can_be_larger_than_that_of_any_day() {
        BigInteger day = BigInteger.valueOf(Long.MAX_VALUE);

        Timeline timeline = Timeline.of(
                List.of(
                        row("2010-12-01T00:00:00Z", 1, day),
                        row("2010-12-02T00:00:00Z", 1, day),
                        row("2026-11-29T00:00:00Z", 1, day)),
                window(DashboardRange.ALL, "UTC"));

        assertThat(timeline.rows().get(0).sum("revenue")).isEqualTo(day.add(day));
        assertThat(Json.tree(timeline.rows().get(0)).path("revenue").textValue())
                .isEqualTo(day.add(day).toString());
    }

    @Test
    void the_last_hour_has_a_row_for_each_minute() {
        Timeline timeline =
                Timeline.of(List.of(row("2026-11-29T11:30:00Z", 3)), window(DashboardRange.HOUR, "Asia/Kathmandu"));

        assertThat(timeline.rows()).hasSize(61);
        assertThat(timeline.rows().stream()
                        .mapToLong(row -> row.number("orders"))
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void where_nothing_was_ever_placed_there_are_no_days() {
        assertThat(Timeline.of(List.of(), window(DashboardRange.ALL, "UTC")).rows())
                .isEmpty();
    }

    private static long hoursOf(Row row) {
        return ChronoUnit.HOURS.between(Instant.parse(row.text("at")), Instant.parse(row.text("until")));
    }

    private static DashboardWindow window(DashboardRange range, String zone) {
        Instant now = Instant.parse("2026-11-29T12:00:30Z");
        return new DashboardWindow(range, ZoneId.of(zone), range.from(now), now, Optional.of("EUR"));
    }

    private static Row row(String at, long orders) {
        return row(at, orders, BigInteger.valueOf(orders * 100));
    }

    private static Row row(String at, long orders, BigInteger revenue) {
        return new Row(Map.of(
                "at",
                at,
                "orders",
                orders,
                "units",
                BigInteger.valueOf(orders),
                "revenue",
                revenue,
                "grossOrders",
                orders,
                "grossRevenue",
                revenue));
    }
}
