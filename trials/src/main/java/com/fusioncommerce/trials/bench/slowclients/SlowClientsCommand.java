package com.fusioncommerce.trials.bench.slowclients;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.trials.bench.Await;
import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.load.Answer;
import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.load.LoadClient;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.load.RequestSource;
import com.fusioncommerce.trials.bench.machine.MemorySeries;
import com.fusioncommerce.trials.bench.report.Table;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The benchmark of slow clients. */
@Command(
        name = "slow-clients",
        description = {
            "Reads of products, and of the health of the API, while others send and read slowly.",
            "",
            "Senders announce a body of 500,000 bytes, send 20 kB of it and then a byte a second. Readers ask for a large "
                    + "file twenty times and never read it. Both open another connection when they have lost theirs. "
                    + "Products are read at a steady rate, first without and then with them. Fails if the p99 of "
                    + "/health/live is above 50 ms, if that of a product is more than twice what it was, or if anything "
                    + "is not answered."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fusion bench slow-clients", "  fusion bench slow-clients --senders 100 --readers 100 --seconds 10"
        })
public final class SlowClientsCommand implements Callable<Integer> {
    private static final int PRODUCTS = 1_000;
    private static final int HEALTH_CONNECTIONS = 4;
    private static final double HEALTH_PER_SECOND = 50;
    private static final double HEALTH_P99_MS = 50;
    private static final double TIMES = 2;
    private static final double MOST_HOLD = 0.9;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(
            names = "--senders",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Clients that send slowly (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private int senders;

    @Option(
            names = "--readers",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Clients that do not read (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private int readers;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long each is measured (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 86_400)
    private int seconds;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Products read a second (default: ${DEFAULT-VALUE}).")
    @Between(min = 0.1, max = 1_000_000)
    private double rate;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "64",
            description = "Connections that products are read over (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private int connections;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Reads before anything is measured (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = 86_400)
    private int warmUp;

    @Mixin
    private BenchOptions options;

    private record Measured(LoadResult products, LoadResult health) {}

    @Override
    public Integer call() throws Exception {
        return options.run(this::measure);
    }

    private void measure(BenchRun run) throws Exception {
        run.setting("senders", senders);
        run.setting("readers", readers);
        run.setting("product reads a second", rate);
        run.warmUp(warmUp + " s of product reads");
        try (BenchPlatform platform = options.platform(run, Set.of("api"), Map.of())) {
            BenchShop shop = BenchShop.open(platform.config(), "slow", PRODUCTS, 1, 1_000);
            URI api = platform.config().apiUrl();
            load(api, shop, warmUp);
            Table table = run.table(
                    "Others while clients are slow",
                    "slow clients",
                    "product reads/s",
                    "product p50 ms",
                    "product p99 ms",
                    "/health/live p50 ms",
                    "/health/live p99 ms",
                    "connections held",
                    "connections lost",
                    "API MiB at most");
            try (MemorySeries memory = new MemorySeries(platform.pid("api"))) {
                Measured without = load(api, shop, seconds);
                row(table, "none", without, 0, 0, memory);
                Measured with;
                try (SlowClients slow = SlowClients.start(api, senders, readers)) {
                    Await.until(
                            "the slow clients hold their connections",
                            PATIENCE,
                            () -> slow.holding() >= MOST_HOLD * (senders + readers));
                    with = load(api, shop, seconds);
                    row(
                            table,
                            senders + " senders, " + readers + " readers",
                            with,
                            slow.holding(),
                            slow.lost(),
                            memory);
                }
                judge(run, without, with);
            }
        }
    }

    private static void judge(BenchRun run, Measured without, Measured with) {
        run.atMost("p99 of /health/live with slow clients", HEALTH_P99_MS, p99(with.health()), "ms");
        run.atMost(
                "p99 of a product with slow clients, of that without",
                TIMES,
                p99(with.products()) / p99(without.products()),
                "times");
        for (Measured measured : List.of(without, with)) {
            run.check(
                    "every read is answered",
                    isWhole(measured.products()) && isWhole(measured.health()),
                    measured.products().counts() + "; health "
                            + measured.health().counts());
        }
    }

    private static boolean isWhole(LoadResult result) {
        return result.failedCount() == 0
                && result.unsentCount() == 0
                && result.count(status -> !LoadResult.isSuccess(status)) == 0;
    }

    private static double p99(LoadResult result) {
        return result.latency(LoadResult::isSuccess).p99();
    }

    private static void row(Table table, String slow, Measured measured, long holding, long lost, MemorySeries memory) {
        Latency product = measured.products().latency(LoadResult::isSuccess);
        Latency health = measured.health().latency(LoadResult::isSuccess);
        table.row(
                slow,
                measured.products().perSecond(LoadResult::isSuccess),
                product.p50(),
                product.p99(),
                health.p50(),
                health.p99(),
                holding,
                lost,
                memory.most());
    }

    /** Reads products at a fixed rate, and the health endpoint. */
    private Measured load(URI api, BenchShop shop, int time) throws IOException {
        byte[][] products = new byte[PRODUCTS][];
        for (int n = 0; n < PRODUCTS; n++) {
            products[n] = shop.requests().get("/v1/products/" + shop.skus().get(n));
        }
        RequestSource health = RequestSource.always(shop.requests().get("/health/live"));
        CompletableFuture<LoadResult> looking = CompletableFuture.supplyAsync(
                () -> steady(api, HEALTH_CONNECTIONS, HEALTH_PER_SECOND, time, health),
                task -> new Thread(task, "health").start());
        LoadResult read = steady(
                api,
                connections,
                rate,
                time,
                () -> products[ThreadLocalRandom.current().nextInt(PRODUCTS)]);
        return new Measured(read, looking.join());
    }

    private static LoadResult steady(URI api, int connections, double perSecond, int time, RequestSource source) {
        try (LoadClient client = new LoadClient(api, TIMEOUT)) {
            return client.connect(connections)
                    .open(perSecond, Duration.ofSeconds(time), source, Answer.Observer.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
