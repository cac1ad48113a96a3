package com.fusioncommerce.trials.bench.contention;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.report.Check;
import com.fusioncommerce.trials.bench.report.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The benchmark of contention. */
@Command(
        name = "contention",
        description = {
            "More buyers than there is stock.",
            "",
            "Three rounds, each in a shop of its own: 500 buyers at once on a stock of 100; 60,000 orders on 20,000 "
                    + "units; orders of ten lines out of 50 SKUs, whose units lie in four pools. Every buyer must be told "
                    + "either that the units are held or that there are too few; what is held must be just what the "
                    + "reserved orders asked for, by the API and by the committed events. Fails if any of that is not so."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion bench contention",
            "  fusion bench contention --orders 6000          a shorter second and third round",
            "  fusion bench contention --attach               on the platform that runs"
        })
public final class ContentionCommand implements Callable<Integer> {
    private static final int WARM_UP_ORDERS = 10_000;
    private static final int WARM_UP_CLIENTS = 32;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "60000",
            description = "Orders of the second round, on a third as many units (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 1_000_000)
    private int orders;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "256",
            description = "Buyers at once in the second and third round (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private int clients;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "" + WARM_UP_ORDERS,
            description = "Orders before anything is measured (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = 10_000_000)
    private int warmUp;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws Exception {
        return options.run(this::measure);
    }

    private void measure(BenchRun run) throws Exception {
        try (BenchPlatform platform = options.platform(run, Set.of("api"), Map.of("FUSION_FRAUD_GATE", "off"))) {
            Contention contention = new Contention(platform.config());
            Round warm = new Round("warm-up", 1, 1, warmUp / 2, warmUp, WARM_UP_CLIENTS, 1);
            run.say("warming up with %d orders", warm.orders());
            run.warmUp(warm.orders() + " orders of " + warm.clients() + " buyers at once on " + warm.sold() + " units");
            run.say("%s", contention.play(warm).answers().counts());
            Table table = run.table(
                    "Contention",
                    "round",
                    "orders",
                    "buyers at once",
                    "reserved",
                    "refused",
                    "took s",
                    "orders/s",
                    "p50 ms",
                    "p99 ms",
                    "max ms");
            for (Round round : rounds()) {
                run.say("%s", round.name());
                report(run, table, contention.play(round));
            }
        }
    }

    private List<Round> rounds() {
        return List.of(
                new Round("500 buyers, 100 units", 1, 1, 100, 500, 500, 1),
                new Round(orders + " orders, " + orders / 3 + " units", 1, 1, orders / 3, orders, clients, 1),
                new Round("50 SKUs, 10 lines, 4 pools", 50, 4, Math.max(1, orders / 300), orders / 5, clients, 10));
    }

    private static void report(BenchRun run, Table table, Verdict verdict) {
        verdict.checks().forEach(check -> run.check(check.name(), check.passed(), check.detail()));
        Check atOnce = verdict.atOnce();
        run.check(atOnce.name(), atOnce.passed(), atOnce.detail());
        Latency latency = verdict.latency();
        table.row(
                verdict.round().name(),
                verdict.round().orders(),
                verdict.round().clients(),
                verdict.toldReserved(),
                verdict.toldShort(),
                verdict.answers().seconds(),
                verdict.round().orders() / verdict.answers().seconds(),
                latency.p50(),
                latency.p99(),
                latency.max());
    }
}
