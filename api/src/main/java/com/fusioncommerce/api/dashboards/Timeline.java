package com.fusioncommerce.api.dashboards;

import com.fusioncommerce.druid.Column;
import com.fusioncommerce.druid.DruidQuery;
import com.fusioncommerce.druid.Row;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows of all time steps without gaps: a step without orders has zeros. Days and months begin at midnight of the time
 * zone, so that a day of 23 or 25 hours is one step. More than {@value #MOST_DAYS} days are aggregated by month.
 *
 * @param step length of a step
 * @param rows rows with {@code at} and {@code until}, the beginning of the next step
 */
record Timeline(TemporalAmount step, List<Row> rows) {
    private static final int MOST_DAYS = 1_000;

    /** The columns that are summed per step: all but the time. */
    private static final List<Column> SUMS = DruidQuery.ORDERS_OVER_TIME.columns().stream()
            .filter(column -> column.type() != Column.Type.TIME)
            .toList();

    static Timeline of(List<Row> rows, DashboardWindow window) {
        TemporalAmount step = window.range().step();
        if (step instanceof Duration) {
            return filled(rows, window, step, window.from(), window.until());
        }
        if (rows.isEmpty()) {
            return new Timeline(step, rows);
        }
        Instant first = at(rows.get(0));
        Instant last = at(rows.get(rows.size() - 1));
        boolean many = Duration.between(first, last).toDays() > MOST_DAYS;
        return filled(rows, window, many ? Period.ofMonths(1) : step, first, last.plusMillis(1));
    }

    private static Timeline filled(
            List<Row> rows, DashboardWindow window, TemporalAmount step, Instant from, Instant until) {
        TreeMap<Instant, Map<String, Object>> steps = new TreeMap<>();
        ZonedDateTime at = beginning(from.atZone(window.zone()), step);
        while (at.toInstant().isBefore(until)) {
            ZonedDateTime next = step instanceof Duration ? at.plus(step) : midnight(at.plus(step));
            steps.put(at.toInstant(), empty(at.toInstant(), next.toInstant()));
            at = next;
        }
        for (Row row : rows) {
            Map.Entry<Instant, Map<String, Object>> around = steps.floorEntry(at(row));
            if (around != null) {
                SUMS.forEach(sum -> around.getValue().merge(sum.name(), value(row, sum), Timeline::plus));
            }
        }
        return new Timeline(step, steps.values().stream().map(Row::new).toList());
    }

    private static Object value(Row row, Column column) {
        return column.type() == Column.Type.SUM ? row.sum(column.name()) : (Object) row.number(column.name());
    }

    private static Object plus(Object one, Object other) {
        return one instanceof BigInteger sum
                ? sum.add((BigInteger) other)
                : (Object) Math.addExact((Long) one, (Long) other);
    }

    /** The beginning of the step that contains a time. */
    private static ZonedDateTime beginning(ZonedDateTime time, TemporalAmount step) {
        if (step instanceof Duration) {
            return time;
        }
        ZonedDateTime day = midnight(time);
        return step.equals(Period.ofMonths(1)) ? midnight(day.withDayOfMonth(1)) : day;
    }

    /** The first moment of a day, which is not 00:00 where clocks go forward at midnight. */
    private static ZonedDateTime midnight(ZonedDateTime time) {
        return time.toLocalDate().atStartOfDay(time.getZone());
    }

    private static Map<String, Object> empty(Instant at, Instant until) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("at", at.toString());
        row.put("until", until.toString());
        SUMS.forEach(sum -> row.put(sum.name(), sum.type() == Column.Type.SUM ? BigInteger.ZERO : (Object) 0L));
        return row;
    }

    private static Instant at(Row row) {
        return row.time("at").orElseThrow();
    }
}
