package com.fusioncommerce.trials.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.machine.ProcessTree;
import com.fusioncommerce.trials.bench.report.Table;
import java.util.HashMap;
import java.util.Map;

/** The tables of a run. Ratios are to Vendure in the same run. */
final class PeersTables {
    private static final String RATIO = "× Vendure";
    private static final String SHOP = "shop";

    private final Ratios ratios = new Ratios(Peer.VENDURE.title());
    private final Map<String, Double> best = new HashMap<>();
    private final Table orders;
    private final Table gated;
    private final Table half;
    private final Table reads;
    private final Table harnessOrders;
    private final Table hot;
    private final Table start;

    PeersTables(BenchRun run) {
        orders = run.table(
                "Orders (closed loop, the same Java client for all)",
                SHOP,
                "shoppers",
                "orders/s",
                RATIO,
                "p50 ms",
                "p99 ms",
                "CPU-ms an order",
                "times less",
                "calls an order",
                "failed");
        gated = run.table(
                "The same with the fraud model deciding every order",
                "shoppers",
                "reserved/s",
                "confirmed/s",
                RATIO,
                "created to confirmed p50 ms",
                "p99 ms",
                "by the model %",
                "CPU-ms an order");
        half = run.table("Orders at half of the peak", SHOP, "orders/s", "p50 ms", "p95 ms", "p99 ms", "failed");
        reads = run.table(
                "Reads (wrk, random ids and pages)",
                SHOP,
                "read",
                "connections",
                "requests/s",
                RATIO,
                "p50 ms",
                "p99 ms",
                "bytes",
                "CPU-ms a request",
                "not 2xx");
        harnessOrders = run.table(
                "Orders (closed loop, the harness's own client)",
                SHOP,
                "shoppers",
                "orders/s",
                RATIO,
                "p50 ms",
                "p99 ms",
                "CPU-ms an order",
                "calls an order",
                "errors");
        hot = run.table(
                "One SKU, everybody at once",
                SHOP,
                "buyers",
                "stock",
                "sold",
                "oversold",
                "seconds",
                "errors",
                "state");
        start = run.table("Start and memory", SHOP, "started in ms", "MiB after the run", "durability");
    }

    /**
     * Adds a closed loop of our client; returns the ratios of orders a second and of processor time, null without
     * Vendure.
     */
    Double[] orders(MeasuredShop shop, int shoppers, OrdersPlaced placed) {
        Double rate = ratios.of(shop.name(), "orders at " + shoppers, placed.perSecond());
        Double cpu = ratios.less(shop.name(), "cpu at " + shoppers, placed.cpuMsEach());
        best.merge(shop.name(), placed.perSecond(), Math::max);
        orders.row(
                shop.name(),
                shoppers,
                placed.perSecond(),
                rate,
                placed.latency().p50(),
                placed.latency().p99(),
                placed.cpuMsEach(),
                cpu,
                shop.journey().calls(),
                placed.failed());
        return new Double[] {rate, cpu};
    }

    /** The highest rate of orders a second that a shop has reached. */
    double peak(MeasuredShop shop) {
        return best.getOrDefault(shop.name(), 0.0);
    }

    void gated(int shoppers, OrdersPlaced placed, Confirmations.Seen seen) {
        gated.row(
                shoppers,
                placed.perSecond(),
                seen.perSecond(),
                ratios.of("", "orders at " + shoppers, seen.perSecond()),
                seen.latency().p50(),
                seen.latency().p99(),
                seen.byModelPercent(),
                placed.cpuMsEach());
    }

    void half(MeasuredShop shop, OrdersPlaced placed) {
        half.row(
                shop.name(),
                placed.perSecond(),
                placed.latency().p50(),
                placed.latency().p95(),
                placed.latency().p99(),
                placed.failed());
    }

    /** Adds a line of the harness; returns the ratio of its rate, null if it has none. */
    Double harness(MeasuredShop shop, JsonNode line) {
        String what = line.path("what").asText();
        if (what.startsWith("read:")) {
            return read(shop, what.substring("read:".length()), line);
        }
        if (what.equals("orders")) {
            harnessOrders.row(
                    shop.name(),
                    line.path("shoppers").asInt(),
                    line.path("orders_per_s").asDouble(),
                    ratios.of(
                            shop.name(),
                            "harness at " + line.path("shoppers").asInt(),
                            line.path("orders_per_s").asDouble()),
                    line.path("p50").asDouble(),
                    line.path("p99").asDouble(),
                    cpuMs(line),
                    line.path("http_calls_per_order").asInt(),
                    line.path("errs").toString());
        } else if (what.equals("hot")) {
            hot.row(
                    shop.name(),
                    line.path("buyers").asInt(),
                    line.path("stock").asInt(),
                    line.path("placed_ok").asInt(),
                    line.path("oversold").asInt(),
                    line.path("secs").asDouble(),
                    line.path("errs").toString(),
                    line.path("db_state").asText());
        }
        return null;
    }

    private Double read(MeasuredShop shop, String read, JsonNode line) {
        int connections = line.path("conns").asInt();
        double rate = line.path("rps").asDouble();
        // Forty of our variants correspond to twenty of the peers' products.
        String comparedTo = read.equals("list40") ? "list20" : read;
        Double ratio = ratios.of(shop.name(), comparedTo + " at " + connections, rate);
        reads.row(
                shop.name(),
                read,
                connections,
                rate,
                ratio,
                line.path("p50").asDouble(),
                line.path("p99").asDouble(),
                line.path("bytes_per").asLong(),
                cpuMs(line),
                line.path("non2xx").asLong());
        return ratio;
    }

    private static double cpuMs(JsonNode line) {
        return line.path("cpu_ms_per_op_server").asDouble()
                + line.path("cpu_ms_per_op_db").asDouble();
    }

    void start(MeasuredShop shop) {
        start.row(shop.name(), shop.startedInMs(), ProcessTree.memoryMib(shop.processes()), shop.durability());
    }
}
