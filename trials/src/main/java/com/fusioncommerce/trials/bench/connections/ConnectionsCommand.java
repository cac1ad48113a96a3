package com.fusioncommerce.trials.bench.connections;

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
import com.fusioncommerce.trials.bench.machine.OpenFiles;
import com.fusioncommerce.trials.bench.machine.Usage;
import com.fusioncommerce.trials.bench.report.Table;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import com.fusioncommerce.trials.bench.shop.Orders;
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

/** The benchmark of connections. */
@Command(
        name = "connections",
        description = {
            "Many clients of one tenant at once, while orders flow.",
            "",
            "Half of them have a stream of events open and must get every order's confirmation, once; the other half keep "
                    + "their connection and read products over it. Measures the API's memory, the time from when an event "
                    + "is committed (as another reader sees it in Kafka) to when a stream has it, and the latency of "
                    + "reads and orders meanwhile. Fails if a stream misses an event or ends, or an answer is an error."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion bench connections",
            "  fusion bench connections --clients 2000 --orders 50",
            "  ulimit -n 30000; fusion bench connections --clients 20000"
        })
public final class ConnectionsCommand implements Callable<Integer> {
    private static final String CONFIRMED = "order.confirmed";
    private static final int SKUS = 100;
    private static final int LINES = 2;
    private static final int BUYERS = 64;
    private static final int SPARE = 1_000;
    private static final long PLENTY = 1_000_000_000L;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Clients at once, half of them streams (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private int clients;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "10",
            description = "Orders a second; each is an event for every stream (default: ${DEFAULT-VALUE}).")
    @Between(min = 0.1, max = 1_000_000)
    private double ordersPerSecond;

    @Option(
            names = "--reads",
            paramLabel = "N",
            defaultValue = "500",
            description = "Reads a second, over all connections that are no streams (default: ${DEFAULT-VALUE}).")
    @Between(min = 0.1, max = 1_000_000)
    private double readsPerSecond;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "60",
            description = "How long orders flow (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 86_400)
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "30",
            description = "Seconds of orders before the clients come (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = 86_400)
    private int warmUp;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws Exception {
        return options.run(this::measure);
    }

    private void measure(BenchRun run) throws Exception {
        OpenFiles.require(clients + SPARE);
        run.setting("clients", clients);
        run.setting("orders/s", ordersPerSecond);
        run.setting("reads/s", readsPerSecond);
        String most = Integer.toString(clients);
        Map<String, String> limits = Map.of(
                "FUSION_FRAUD_GATE",
                "off",
                "FUSION_API_STREAMS",
                most,
                "FUSION_API_STREAMS_OF_TENANT",
                most,
                "FUSION_API_CONNECTIONS",
                Integer.toString(clients + SPARE));
        try (BenchPlatform platform = options.platform(run, Set.of("api"), limits)) {
            BenchShop shop = BenchShop.open(platform.config(), "connections", SKUS, 1, PLENTY);
            Orders orders = new Orders(shop, LINES);
            try (LoadClient buyers = new LoadClient(platform.config().apiUrl(), TIMEOUT).connect(BUYERS);
                    LoadClient readers = new LoadClient(platform.config().apiUrl(), TIMEOUT);
                    MemorySeries memory = new MemorySeries(platform.pid("api"))) {
                run.say("warming up for %d s", warmUp);
                run.warmUp("orders of " + BUYERS + " clients for " + warmUp + " s");
                buyers.closed(BUYERS, Duration.ofSeconds(warmUp), orders, Answer.Observer.none());
                flow(run, platform, new Clients(shop, orders, buyers, readers), memory);
            }
        }
    }

    /** The connected clients. */
    private record Clients(BenchShop shop, Orders orders, LoadClient buyers, LoadClient readers) {}

    private void flow(BenchRun run, BenchPlatform platform, Clients all, MemorySeries memory) throws Exception {
        int half = clients / 2;
        long warm = memory.last();
        BenchShop shop = all.shop();
        byte[] subscribe = shop.requests().get("/v1/events?types=" + CONFIRMED, "Accept: text/event-stream\r\n");
        RequestSource reads = RequestSource.always(
                shop.requests().get("/v1/products/" + shop.skus().get(0)));
        try (Commits commits = new Commits(shop, CONFIRMED);
                EventStreams streams = new EventStreams(platform.config().apiUrl(), subscribe, commits, CONFIRMED)) {
            all.readers().connect(half);
            streams.open(clients - half);
            Await.until("every stream is open", PATIENCE, () -> streams.openCount() == clients - half);
            run.say("%d streams and %d connections are open", clients - half, half);
            long connected = memory.last();
            Usage before = platform.usage();
            CompletableFuture<LoadResult> read =
                    CompletableFuture.supplyAsync(() -> open(all.readers(), readsPerSecond, reads));
            LoadResult ordered = open(all.buyers(), ordersPerSecond, all.orders());
            LoadResult answered = read.join();
            Usage after = platform.usage();
            boolean complete = arrived(streams, commits, ordered.count(LoadResult::isSuccess));
            report(run, ordered, answered, streams);
            delivered(run, streams, commits, complete);
            run.table("The API's process", "moment", "MiB")
                    .row("warm, before the clients came", warm)
                    .row("with all clients connected", connected)
                    .row("the most while orders flowed", memory.most());
            run.table("Processor", "process", "ms a second")
                    .row("API", after.cpuMsSince(before, "api") / seconds)
                    .row("Kafka", after.cpuMsSince(before, "kafka") / seconds);
        }
    }

    private boolean arrived(EventStreams streams, Commits commits, long events) {
        int count = clients - clients / 2;
        try {
            Await.until(
                    "every stream has every event",
                    PATIENCE,
                    () -> commits.count() == events && streams.completeCount() == count);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private LoadResult open(LoadClient client, double perSecond, RequestSource source) {
        try {
            return client.open(perSecond, Duration.ofSeconds(seconds), source, Answer.Observer.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(BenchRun run, LoadResult ordered, LoadResult answered, EventStreams streams) {
        Table table =
                run.table("While orders flowed", "what", "count", "a second", "p50 ms", "p95 ms", "p99 ms", "max ms");
        row(run, table, "orders", ordered);
        row(run, table, "reads", answered);
        Latency delivery = streams.latency();
        table.row(
                "events: committed → received",
                delivery.count(),
                (double) delivery.count() / seconds,
                delivery.p50(),
                delivery.p95(),
                delivery.p99(),
                delivery.max());
    }

    private static void row(BenchRun run, Table table, String what, LoadResult result) {
        Latency latency = result.latency(status -> true);
        table.row(
                what,
                latency.count(),
                result.perSecond(status -> true),
                latency.p50(),
                latency.p95(),
                latency.p99(),
                latency.max());
        run.check(
                what + ": every one is answered with a success",
                result.failedCount() == 0
                        && result.unsentCount() == 0
                        && result.count(LoadResult::isSuccess) == latency.count(),
                result.counts());
    }

    private void delivered(BenchRun run, EventStreams streams, Commits commits, boolean complete) {
        int count = clients - clients / 2;
        run.check(
                "every stream got every event, once",
                complete,
                streams.completeCount() + " of " + count + " streams, " + commits.count() + " events, "
                        + streams.arrivedCount() + " deliveries");
        run.check(
                "no stream ended",
                streams.openCount() == count && streams.endings().isEmpty(),
                streams.endings().toString());
    }
}
