package com.fusioncommerce.trials.bench.overload;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.load.Answer;
import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.load.LoadClient;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.load.Peak;
import com.fusioncommerce.trials.bench.machine.MemorySeries;
import com.fusioncommerce.trials.bench.report.Table;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import com.fusioncommerce.trials.bench.shop.Orders;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The benchmark of overload. */
@Command(
        name = "overload",
        description = {
            "More orders than can be taken.",
            "",
            "Finds the peak with clients that wait for their answers, then sends 2 and 5 times as many orders a second, "
                    + "whatever becomes of them, and then looks for the peak again. The API bounds what is under way "
                    + "(FUSION_API_COMMANDS, FUSION_API_COMMANDS_OF_TENANT) and refuses the rest with 429 or 503 and "
                    + "Retry-After. Fails if anything else is answered, or nothing, or if memory grows without bound."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion bench overload",
            "  fusion bench overload --times 3,10 --set FUSION_API_COMMANDS_OF_TENANT=500"
        })
public final class OverloadCommand implements Callable<Integer> {
    private static final int SKUS = 100;
    private static final long PLENTY = 1_000_000_000L;
    private static final int WARM_UP_CLIENTS = 64;
    private static final int LINES = 2;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final double KEPT = 0.9;
    private static final double PROMPT_MS = 1_000;
    private static final double PERCENT = 100;
    private static final long GROWTH_MIB = 400;

    @Option(
            names = "--times",
            paramLabel = "N",
            split = ",",
            defaultValue = "2,5",
            description = "How many times the peak is offered (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100)
    private List<Integer> times;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "30",
            description = "Seconds of each (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 86_400)
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "60",
            description = "Seconds of orders before anything is measured (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = 86_400)
    private int warmUp;

    @Option(
            names = "--clients",
            paramLabel = "N",
            split = ",",
            defaultValue = "64,256,512",
            description = "Numbers of clients with which the peak is looked for (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private List<Integer> clients;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "4096",
            description =
                    "Connections that the flood comes over; more than may be under way (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private int connections;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws Exception {
        return options.run(this::measure);
    }

    private void measure(BenchRun run) throws Exception {
        run.setting("connections", connections);
        run.setting("seconds each", seconds);
        try (BenchPlatform platform = options.platform(run, Set.of("api"), Map.of("FUSION_FRAUD_GATE", "off"));
                LoadClient client = new LoadClient(platform.config().apiUrl(), TIMEOUT)) {
            Orders orders = new Orders(BenchShop.open(platform.config(), "overload", SKUS, 1, PLENTY), LINES);
            run.say("warming up for %d s", warmUp);
            run.warmUp("orders of " + WARM_UP_CLIENTS + " clients for " + warmUp + " s");
            client.closed(WARM_UP_CLIENTS, Duration.ofSeconds(warmUp), orders, Answer.Observer.none());
            try (MemorySeries memory = new MemorySeries(platform.pid("api"))) {
                flood(run, client, orders, memory);
                long growth = memory.most() - memory.first();
                run.check(
                        "memory is bounded",
                        growth < GROWTH_MIB,
                        memory.first() + " MiB before, " + memory.most() + " at most, " + memory.last() + " after");
            }
        }
    }

    private void flood(BenchRun run, LoadClient client, Orders orders, MemorySeries memory) throws IOException {
        Table table = run.table(
                "Orders over HTTP",
                "offered",
                "sent/s",
                "never sent",
                "accepted/s",
                "% of peak",
                "accepted p50 ms",
                "accepted p99 ms",
                "refused/s",
                "refused p50 ms",
                "refused p99 ms",
                "API MiB");
        Peak before = Peak.find(client, clients, Duration.ofSeconds(seconds), orders);
        double peak = before.perSecond();
        run.say("peak: %,.0f orders/s", peak);
        before.byClients()
                .forEach((number, answers) ->
                        row(table, new Flood(number + " clients, each waiting", answers), peak, memory));
        client.connect(connections);
        for (int factor : times) {
            LoadResult answers =
                    client.open(factor * peak, Duration.ofSeconds(seconds), orders, Answer.Observer.none());
            Flood flood = new Flood(factor + " × the peak", answers);
            row(table, flood, peak, memory);
            flood.checks().forEach(check -> run.check(check.name(), check.passed(), check.detail()));
            run.atLeast(
                    flood.name() + ": accepted", KEPT * PERCENT, PERCENT * flood.accepted() / peak, "% of the peak");
            run.atMost(
                    flood.name() + ": time to refuse, p99",
                    PROMPT_MS,
                    flood.refusing().p99(),
                    "ms");
        }
        Peak after = Peak.find(client, clients, Duration.ofSeconds(seconds), orders);
        run.say("peak afterwards: %,.0f orders/s", after.perSecond());
        run.atLeast("the peak afterwards", KEPT * PERCENT, PERCENT * after.perSecond() / peak, "% of the peak before");
    }

    private static void row(Table table, Flood flood, double peak, MemorySeries memory) {
        LoadResult answers = flood.answers();
        Latency accepting = flood.accepting();
        Latency refusing = flood.refusing();
        table.row(
                flood.name(),
                answers.sentCount() / answers.seconds(),
                answers.unsentCount(),
                flood.accepted(),
                PERCENT * flood.accepted() / peak,
                accepting.p50(),
                accepting.p99(),
                answers.perSecond(LoadResult::isRefusal),
                refusing.count() == 0 ? null : refusing.p50(),
                refusing.count() == 0 ? null : refusing.p99(),
                memory.last());
    }
}
