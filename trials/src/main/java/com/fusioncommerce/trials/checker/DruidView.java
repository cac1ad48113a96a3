package com.fusioncommerce.trials.checker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fusioncommerce.trials.checker.Sums.Cell;
import com.fusioncommerce.trials.checker.Sums.Totals;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares Druid's sums with those of the events. After a restart Druid reads unpublished rows again, so it is polled
 * until its sums agree or patience ends.
 */
final class DruidView {
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(1_000);
    private static final String SQL = "/druid/v2/sql";

    /** Sums are computed as millions and a remainder, since Druid's 64-bit sums overflow silently. */
    private static final long MILLION = 1_000_000;

    private static final String SUMS = Stream.of("units", "revenue", "netUnits", "netRevenue")
            .map(name -> "SUM(DIV(\"%1$s\", %2$d)) AS \"%1$sMillions\", SUM(MOD(\"%1$s\", %2$d)) AS \"%1$s\""
                    .formatted(name, MILLION))
            .collect(Collectors.joining(", "));

    private static final String OF_ORDERS = """
            SELECT "event", FLOOR(__time TO MINUTE) AS "of", SUM("events") AS "rows", %s
            FROM "order_facts"
            WHERE "tenant" = ? AND "happenedIn" < ?
            GROUP BY 1, 2""".formatted(SUMS);
    private static final String OF_LINES = """
            SELECT "event", "sku" AS "of", SUM("lines") AS "rows", %s
            FROM "line_facts"
            WHERE "tenant" = ? AND "happenedIn" < ?
            GROUP BY 1, 2""".formatted(SUMS);

    private final Http http;
    private final CheckSettings settings;

    DruidView(CheckSettings settings) {
        this.http = new Http(settings.druid());
        this.settings = settings;
    }

    Verdict.Finding agreesWith(Sums sums) {
        Property property = new Property("sums of Druid = sums of events");
        Map<Cell, Totals> expected = sums.totals();
        long until = System.nanoTime() + settings.patience().toNanos();
        Optional<Map<Cell, Totals>> counted = count(sums.before());
        while (!counted.equals(Optional.of(expected)) && System.nanoTime() < until) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            counted = count(sums.before());
        }
        if (counted.isEmpty()) {
            property.gap("orders", "Druid at " + settings.druid() + " does not answer (--no-druid leaves it out)");
            return property.finding();
        }
        Map<Cell, Totals> known = counted.get();
        TreeSet<Cell> cells = new TreeSet<>(expected.keySet());
        cells.addAll(known.keySet());
        for (Cell cell : cells) {
            Totals events = expected.getOrDefault(cell, Totals.NONE);
            Totals druid = known.getOrDefault(cell, Totals.NONE);
            property.holds(
                    druid.equals(events),
                    cell.toString(),
                    "Druid counts " + druid + "; the events make " + events + ", among them orders "
                            + sums.orders(cell));
        }
        property.note(
                "orders of all currencies, in minor units: Druid: " + total(known) + "; events: " + total(expected));
        return property.finding();
    }

    /** Sums of placed orders, with net sums of live ones: every order is counted once, whatever its currency. */
    private static Totals total(Map<Cell, Totals> cells) {
        Totals placed = sum(cells, cell -> cell.event().equals(OrderStage.CREATED_EVENT));
        Totals all = sum(cells, cell -> true);
        return new Totals(placed.rows(), placed.units(), placed.revenue(), all.netUnits(), all.netRevenue());
    }

    private static Totals sum(Map<Cell, Totals> cells, Predicate<Cell> wanted) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().source().equals(Cell.ORDERS))
                .filter(cell -> wanted.test(cell.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Totals.NONE, Totals::plus);
    }

    /** Cells before a time; empty if Druid does not answer, no cells if it has no such data yet. */
    private Optional<Map<Cell, Totals>> count(long before) {
        Map<Cell, Totals> cells = new TreeMap<>();
        boolean answered = count(Cell.ORDERS, OF_ORDERS, before, cells) && count(Cell.LINES, OF_LINES, before, cells);
        return answered ? Optional.of(cells) : Optional.empty();
    }

    private boolean count(String source, String sql, long before, Map<Cell, Totals> cells) {
        ObjectNode query = Http.JSON.createObjectNode().put("query", sql);
        ArrayNode parameters = query.putArray("parameters");
        parameters.addObject().put("type", "VARCHAR").put("value", settings.tenant());
        parameters.addObject().put("type", "BIGINT").put("value", before);
        Http.Answer answer = http.post(SQL, query);
        boolean noDataYet = answer.status() == 400 && answer.body().toString().contains("not found");
        if (!noDataYet && (!answer.ok() || !answer.body().isArray())) {
            return false;
        }
        for (JsonNode row : noDataYet ? Http.JSON.createArrayNode() : answer.body()) {
            cells.put(
                    cell(source, row.path("event").asText(), row.path("of").asText()),
                    new Totals(
                            row.path("rows").asLong(),
                            sum(row, "units"),
                            sum(row, "revenue"),
                            sum(row, "netUnits"),
                            sum(row, "netRevenue")));
        }
        return true;
    }

    private static BigInteger sum(JsonNode row, String name) {
        return BigInteger.valueOf(row.path(name + "Millions").asLong())
                .multiply(BigInteger.valueOf(MILLION))
                .add(BigInteger.valueOf(row.path(name).asLong()));
    }

    private static Cell cell(String source, String event, String of) {
        return source.equals(Cell.ORDERS) ? Cell.ofOrders(event, Instant.parse(of)) : Cell.ofLines(event, of);
    }
}
