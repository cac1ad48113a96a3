package com.fusioncommerce.trials.bench.latency;

import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.latency.ConfirmationMeter.Confirmations;
import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.load.Peak;
import com.fusioncommerce.trials.bench.report.Table;
import java.io.IOException;
import java.util.List;

/** Measures the three latencies, each at shares of its own peak. */
final class Latencies {
    private static final List<Integer> PERCENT = List.of(10, 50, 90);
    private static final int HALF = 50;

    private final BenchRun run;
    private final Effort effort;
    private final int pools;

    Latencies(BenchRun run, Effort effort, int pools) {
        this.run = run;
        this.effort = effort;
        this.pools = pools;
    }

    /** Measures one hop, then a command over HTTP, on a platform without the gate. */
    void withoutGate(BenchPlatform platform) throws IOException {
        try (ShopUnderLoad load = new ShopUnderLoad(platform, effort, pools)) {
            load.warmUp(run);
            hops(load);
            http(load);
        }
    }

    private void hops(ShopUnderLoad load) {
        Table table = run.table(
                "One hop: command written to Kafka → event read committed",
                "share of peak",
                "commands/s",
                "events/s",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "max ms",
                "lost");
        try (HopMeter meter = new HopMeter(load.shop())) {
            Hops peak = meter.atMost(effort.each());
            run.say("one hop: at most %,.0f commands/s", peak.perSecond());
            row(table, "as fast as it goes", null, peak);
            for (int percent : PERCENT) {
                double rate = peak.perSecond() * percent / 100;
                Hops hops = meter.at(rate, effort.each());
                row(table, percent + " %", rate, hops);
                run.say(
                        "one hop at %d %%: p50 %.1f ms, p99 %.1f ms",
                        percent, hops.latency().p50(), hops.latency().p99());
                if (percent == HALF) {
                    run.atMost("one hop at 50 %, p50", 15, hops.latency().p50(), "ms");
                    run.atMost("one hop at 50 %, p99", 40, hops.latency().p99(), "ms");
                }
                run.check(
                        "one hop at " + percent + " %: every command has its event",
                        hops.lost() == 0,
                        hops.lost() + " lost");
            }
        }
    }

    private static void row(Table table, String share, Double rate, Hops hops) {
        Latency latency = hops.latency();
        table.row(
                share, rate, hops.perSecond(), latency.p50(), latency.p95(), latency.p99(), latency.max(), hops.lost());
    }

    private void http(ShopUnderLoad load) throws IOException {
        run.say("orders over HTTP: looking for the peak");
        Peak peak = load.peak(run);
        Table peaks = run.table(
                "Orders over HTTP, each client waiting for its answer",
                "clients",
                "orders/s",
                "p50 ms",
                "p99 ms",
                "answers");
        peak.byClients().forEach((clients, result) -> {
            Latency latency = result.latency(LoadResult::isSuccess);
            peaks.row(clients, result.perSecond(LoadResult::isSuccess), latency.p50(), latency.p99(), result.counts());
        });
        Table table = run.table(
                "Orders over HTTP at a fixed rate",
                "share of peak",
                "orders/s wanted",
                "orders/s",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "max ms",
                "CPU-ms an order, API",
                "CPU-ms an order, Kafka",
                "answers");
        for (int percent : PERCENT) {
            double rate = peak.perSecond() * percent / 100;
            ShopUnderLoad.AtRate at = load.at(rate);
            Latency latency = at.answers().latency(LoadResult::isSuccess);
            table.row(
                    percent + " %",
                    rate,
                    at.answers().perSecond(LoadResult::isSuccess),
                    latency.p50(),
                    latency.p95(),
                    latency.p99(),
                    latency.max(),
                    at.apiCpu(),
                    at.kafkaCpu(),
                    at.answers().counts());
            run.say("orders at %d %%: p50 %.1f ms, p99 %.1f ms", percent, latency.p50(), latency.p99());
            if (percent == HALF) {
                run.atMost("an order over HTTP at 50 %, p50", 25, latency.p50(), "ms");
                run.atMost("an order over HTTP at 50 %, p99", 60, latency.p99(), "ms");
            }
        }
    }

    /** Measures from created to decided, on a platform with the gate and Flink. */
    void withGate(BenchPlatform platform) throws IOException {
        Table table = run.table(
                "order.created → fraud model → order.confirmed or order.rejected",
                "share of peak",
                "orders/s wanted",
                "orders/s",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "max ms",
                "decided by the deadline",
                "rejected",
                "answers");
        try (ShopUnderLoad load = new ShopUnderLoad(platform, effort, pools);
                ConfirmationMeter meter = new ConfirmationMeter(load.shop())) {
            load.warmUp(run);
            run.say("orders with the gate: looking for the peak");
            double peak = load.peak(run).perSecond();
            for (int percent : PERCENT) {
                meter.end();
                meter.begin();
                ShopUnderLoad.AtRate at = load.at(peak * percent / 100);
                Confirmations seen = meter.end();
                row(table, percent, peak, at, seen);
                Latency decided = seen.decided();
                run.say(
                        "gate at %d %%: p50 %.1f ms, p99 %.1f ms, %d late",
                        percent, decided.p50(), decided.p99(), seen.late());
                if (percent == HALF) {
                    run.atMost("order.created → decision at 50 %, p99", 200, decided.p99(), "ms");
                }
                run.check("gate at " + percent + " %: every order is decided", seen.open() == 0, seen.open() + " open");
            }
        }
    }

    private static void row(Table table, int percent, double peak, ShopUnderLoad.AtRate at, Confirmations seen) {
        Latency decided = seen.decided();
        table.row(
                percent + " %",
                peak * percent / 100,
                at.answers().perSecond(LoadResult::isSuccess),
                decided.p50(),
                decided.p95(),
                decided.p99(),
                decided.max(),
                seen.late(),
                seen.rejected(),
                at.answers().counts());
    }
}
