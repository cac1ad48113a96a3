package com.fusioncommerce.trials.bench.limit;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.load.Answer;
import com.fusioncommerce.trials.bench.load.LoadClient;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.load.RequestSource;
import com.fusioncommerce.trials.bench.load.Requests;
import com.fusioncommerce.trials.bench.machine.Usage;
import com.fusioncommerce.trials.bench.profile.Profiler;
import com.fusioncommerce.trials.bench.report.Table;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The benchmark of reads against the HTTP server's limit. */
@Command(
        name = "limit",
        description = {
            "Reads over HTTP, against a bare handler on the same HTTP server that answers with the same bytes.",
            "",
            "Two reads by key, each of a key drawn at random: a product, which is kept as it was answered until it is "
                    + "written again, and the stock of a SKU, which is read from the state store, decoded and rendered "
                    + "each time. Ours and the bare server are measured in turn, several times; a ratio is the median of "
                    + "those of each turn."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fusion bench limit", "  fusion bench limit --rounds 3 --seconds 5"})
public final class LimitCommand implements Callable<Integer> {
    private static final int PRODUCTS = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "8",
            description = "How long each round takes (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 86_400)
    private int seconds;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds of each server, in turn (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 1_000)
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Load on each server before that (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = 86_400)
    private int warmUp;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "64",
            description = "Clients at once (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private int connections;

    @Mixin
    private BenchOptions options;

    private record Read(String name, IntFunction<String> path, double atLeast) {}

    /**
     * Medians of the rounds; the ratio is the median of each pair's ratio, since the machine's speed varies between
     * rounds.
     */
    private record Medians(double ours, double bare, double ratio) {}

    @Override
    public Integer call() throws Exception {
        return options.run(this::measure);
    }

    private void measure(BenchRun run) throws Exception {
        try (BenchPlatform platform = options.platform(run, Set.of("api"), Map.of())) {
            BenchShop shop = BenchShop.open(platform.config(), "limit", PRODUCTS, 1, 1_000);
            run.warmUp(warmUp + " s of load on each server, for each read");
            run.setting("clients at once", connections);
            Table table = run.table("Reads by key", "read", "bytes", "ours, per s", "bare handler, per s", "ratio");
            Table parts = run.table("Where the time of a read goes", "read", "part", "CPU µs a read", "share");
            for (Read read : List.of(
                    new Read(
                            "product, from memory",
                            n -> "/v1/products/" + shop.skus().get(n),
                            0.95),
                    new Read(
                            "stock, from the state store",
                            n -> "/v1/stock/" + shop.pools().get(0) + "/"
                                    + shop.skus().get(n),
                            0.75))) {
                byte[] body = body(shop, read.path().apply(0));
                try (BareServer bare =
                        BareServer.start(body, platform.config().home().directory())) {
                    Medians medians = compare(run, shop, read, bare.url());
                    table.row(read.name(), body.length, medians.ours(), medians.bare(), medians.ratio());
                    profile(platform, shop, read, parts);
                    run.atLeast(read.name() + ", of the bare handler's rate", read.atLeast(), medians.ratio(), "");
                }
            }
        }
    }

    private Medians compare(BenchRun run, BenchShop shop, Read read, URI bareUrl) throws IOException {
        RequestSource ours = source(shop.requests(), read);
        RequestSource bare = source(new Requests(bareUrl, shop.token()), read);
        try (LoadClient ourClient = new LoadClient(shop.config().apiUrl(), TIMEOUT);
                LoadClient bareClient = new LoadClient(bareUrl, TIMEOUT)) {
            rate(ourClient, ours, warmUp);
            rate(bareClient, bare, warmUp);
            double[] oursPerSecond = new double[rounds];
            double[] barePerSecond = new double[rounds];
            double[] ratios = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                oursPerSecond[round] = rate(ourClient, ours, seconds);
                barePerSecond[round] = rate(bareClient, bare, seconds);
                ratios[round] = oursPerSecond[round] / barePerSecond[round];
                run.say("%s: %,.0f/s, bare handler %,.0f/s", read.name(), oursPerSecond[round], barePerSecond[round]);
            }
            return new Medians(median(oursPerSecond), median(barePerSecond), median(ratios));
        }
    }

    /** Profiles after the measurement, since profiling takes time too. */
    private void profile(BenchPlatform platform, BenchShop shop, Read read, Table table) throws IOException {
        try (LoadClient client = new LoadClient(shop.config().apiUrl(), TIMEOUT)) {
            Usage before = platform.usage();
            Profiler.Sampling sampling =
                    Profiler.in(platform.config().home().directory()).start(platform.pid("api"));
            LoadResult result = client.closed(
                    connections, Duration.ofSeconds(seconds), source(shop.requests(), read), Answer.Observer.none());
            double micros = platform.usage().cpuMsSince(before, "api") * 1e3 / result.count(LoadResult::isSuccess);
            sampling.stop().addTo(table, read.name(), micros);
        }
    }

    private double rate(LoadClient client, RequestSource source, int time) throws IOException {
        return client.closed(connections, Duration.ofSeconds(time), source, Answer.Observer.none())
                .expecting(LoadResult::isSuccess)
                .perSecond(LoadResult::isSuccess);
    }

    private static RequestSource source(Requests requests, Read read) {
        byte[][] rendered = new byte[PRODUCTS][];
        for (int n = 0; n < PRODUCTS; n++) {
            rendered[n] = requests.get(read.path().apply(n));
        }
        return () -> rendered[ThreadLocalRandom.current().nextInt(PRODUCTS)];
    }

    private static byte[] body(BenchShop shop, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(shop.config().apiUrl().resolve(path))
                                .header("Authorization", "Bearer " + shop.token())
                                .timeout(TIMEOUT)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("GET " + path + " answered " + response.statusCode());
        }
        return response.body();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
