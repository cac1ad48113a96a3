package com.fusioncommerce.trials.bench.history;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.load.Answer;
import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.load.LoadClient;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.load.RequestSource;
import com.fusioncommerce.trials.bench.report.Table;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The benchmark of orders' histories. */
@Command(
        name = "history",
        description = {
            "Reads of orders' histories from the log.",
            "",
            "Orders have a line in each of 18 pools, and so 20 events. Their histories are read at a steady rate; then, "
                    + "with one tenant that always has 25 histories under way, another tenant reads histories and "
                    + "products, as it did before. Fails if an answer is an error, or later than it may be."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fusion bench history", "  fusion bench history --seconds 10 --orders 50"})
public final class HistoryCommand implements Callable<Integer> {
    private static final int POOLS = 18;
    private static final int CONNECTIONS = 32;
    private static final int OTHERS_HISTORIES = 20;
    private static final int OTHERS_PRODUCTS = 200;
    private static final double MOST_MS = 50;
    private static final double PRODUCT_FLOOR_MS = 10;
    private static final long PLENTY = 1_000_000_000L;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    @Option(
            names = "--reads",
            paramLabel = "N",
            defaultValue = "200",
            description = "Histories a second (default: ${DEFAULT-VALUE}).")
    @Between(min = 0.1, max = 1_000_000)
    private double readsPerSecond;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "200",
            description = "Orders of each tenant (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 1_000_000)
    private int orders;

    @Option(
            names = "--crowd",
            paramLabel = "N",
            defaultValue = "25",
            description = "Histories that the one tenant has under way (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private int crowd;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "30",
            description = "How long each is measured (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 86_400)
    private int seconds;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws Exception {
        return options.run(this::measure);
    }

    private void measure(BenchRun run) throws Exception {
        run.setting("histories/s", readsPerSecond);
        run.setting("orders of a tenant", orders);
        run.setting("crowd", crowd);
        try (BenchPlatform platform = options.platform(run, Set.of("api"), Map.of("FUSION_FRAUD_GATE", "off"))) {
            LongOrders busy =
                    LongOrders.place(BenchShop.open(platform.config(), "history-busy", 1, POOLS, PLENTY), orders);
            LongOrders other =
                    LongOrders.place(BenchShop.open(platform.config(), "history-other", 1, POOLS, PLENTY), orders);
            run.say("%d orders of %d events each", 2 * orders, busy.events());
            run.warmUp("histories for " + seconds + " s");
            open(busy, readsPerSecond, busy.reads());
            Table table = run.table(
                    "Histories of " + busy.events() + " events",
                    "what",
                    "answers",
                    "a second",
                    "p50 ms",
                    "p99 ms",
                    "max ms");
            Latency steady = row(run, table, "histories, steady", open(busy, readsPerSecond, busy.reads()));
            run.atMost("histories: p99", MOST_MS, steady.p99(), "ms");
            fairness(run, table, busy, other);
        }
    }

    private void fairness(BenchRun run, Table table, LongOrders busy, LongOrders other) {
        Latency alone = others(run, table, other, "alone");
        CompletableFuture<LoadResult> crowded = CompletableFuture.supplyAsync(() -> crowd(busy));
        Latency beside = others(run, table, other, "beside the crowd");
        row(run, table, "the crowd's histories", crowded.join());
        run.atMost(
                "another tenant's products beside the crowd: p99",
                Math.max(PRODUCT_FLOOR_MS, 2 * alone.p99()),
                beside.p99(),
                "ms");
    }

    /** Reads the other tenant's histories and products at the same time; returns the latency of its products. */
    private Latency others(BenchRun run, Table table, LongOrders other, String when) {
        RequestSource products = RequestSource.always(other.shop()
                .requests()
                .get("/v1/products/" + other.shop().skus().get(0)));
        CompletableFuture<LoadResult> read =
                CompletableFuture.supplyAsync(() -> open(other, OTHERS_PRODUCTS, products));
        Latency histories =
                row(run, table, "another tenant's histories, " + when, open(other, OTHERS_HISTORIES, other.reads()));
        run.atMost("another tenant's histories, " + when + ": p99", MOST_MS, histories.p99(), "ms");
        return row(run, table, "another tenant's products, " + when, read.join());
    }

    private LoadResult crowd(LongOrders busy) {
        try (LoadClient client = new LoadClient(busy.shop().config().apiUrl(), TIMEOUT)) {
            return client.closed(crowd, Duration.ofSeconds(seconds), busy.reads(), Answer.Observer.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoadResult open(LongOrders orders, double perSecond, RequestSource source) {
        try (LoadClient client = new LoadClient(orders.shop().config().apiUrl(), TIMEOUT).connect(CONNECTIONS)) {
            return client.open(perSecond, Duration.ofSeconds(seconds), source, Answer.Observer.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Latency row(BenchRun run, Table table, String what, LoadResult result) {
        Latency latency = result.latency(status -> true);
        table.row(
                what,
                latency.count(),
                result.perSecond(LoadResult::isSuccess),
                latency.p50(),
                latency.p99(),
                latency.max());
        run.check(
                what + ": every one is answered with a success",
                result.failedCount() == 0
                        && result.unsentCount() == 0
                        && result.count(LoadResult::isSuccess) == latency.count(),
                result.counts());
        return latency;
    }
}
