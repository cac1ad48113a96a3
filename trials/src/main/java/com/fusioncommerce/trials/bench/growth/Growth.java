package com.fusioncommerce.trials.bench.growth;

import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchProgram;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.machine.Usage;
import com.fusioncommerce.trials.bench.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Grows one platform from size to size, and measures it at each. */
final class Growth implements BenchProgram {
    private static final Duration PATIENCE = Duration.ofHours(3);
    private static final double MOST_TIMES = 1.5;
    private static final double MOST_START_MS = 15_000;
    private static final long COUNTED_ORDERS = 1_000_000;

    private final BenchOptions options;
    private final List<Size> sizes;
    private final Rates rates;
    private final int storeMib;
    private Latencies smallest;

    /** Rates and times of the load. */
    record Rates(double reads, double orders, Duration warmUp, Duration window) {}

    private record Latencies(Latency product, Latency order, Latency newOrder) {}

    private record Tables(Table latency, Table state, Table start) {
        static Tables in(BenchRun run) {
            return new Tables(
                    run.table(
                            "Latency by size, at the same rates",
                            "products",
                            "orders",
                            "product p50 ms",
                            "p99 ms",
                            "× smallest",
                            "order p50 ms",
                            "p99 ms",
                            "× smallest",
                            "new order p50 ms",
                            "p99 ms",
                            "× smallest"),
                    run.table(
                            "State by size",
                            "products",
                            "orders",
                            "filled products/s",
                            "filled orders/s",
                            "stores MiB",
                            "Kafka MiB",
                            "API RSS MiB",
                            "Kafka RSS MiB"),
                    run.table(
                            "Start by size, from the process to the first whole answer",
                            "products",
                            "orders",
                            "state on disk ms",
                            "state restored from changelogs ms",
                            "restored MiB/s"));
        }
    }

    Growth(BenchOptions options, List<Size> sizes, Rates rates, int storeMib) {
        this.options = options;
        this.sizes = sizes;
        this.rates = rates;
        this.storeMib = storeMib;
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        run.setting("reads/s", rates.reads());
        run.setting("orders/s", rates.orders());
        run.setting("store memory MiB", storeMib);
        run.warmUp(rates.warmUp().toSeconds() + " s of the same load before each window");
        Map<String, String> settings =
                Map.of("FUSION_FRAUD_GATE", "off", "FUSION_STORE_MEMORY_MB", Integer.toString(storeMib));
        try (BenchPlatform platform = options.platform(run, Set.of("kafka", "registry", "api"), settings);
                Filler filler = new Filler(platform.config())) {
            Tables tables = Tables.in(run);
            Size before = new Size(0, 0);
            for (Size size : sizes) {
                grow(run, platform, filler, before, size, tables);
                before = size;
            }
        }
    }

    private void grow(BenchRun run, BenchPlatform platform, Filler filler, Size before, Size size, Tables tables)
            throws Exception {
        String token = platform.token(GeneratedIds.TENANT);
        FilledStateProbe looks = new FilledStateProbe(platform.config(), token);
        run.say("filling up to %,d products", size.products());
        long start = System.nanoTime();
        filler.products(before.products(), size.products());
        looks.awaitProducts(filler, PATIENCE);
        double productsPerSecond = perSecond(size.products() - before.products(), start);
        run.say("filling up to %,d orders", size.orders());
        start = System.nanoTime();
        filler.orders(before.orders(), size.orders(), size.products());
        looks.awaitOrders(filler, PATIENCE);
        double ordersPerSecond = perSecond(size.orders() - before.orders(), start);

        run.say("measuring");
        latency(run, size, load(platform, token), tables.latency());
        Usage usage = platform.usage();
        long stores = mib(platform, "api");
        tables.state()
                .row(
                        size.products(),
                        size.orders(),
                        productsPerSecond,
                        ordersPerSecond,
                        stores,
                        mib(platform, "kafka"),
                        usage.residentMib().get("api"),
                        usage.residentMib().get("kafka"));
        starts(run, platform, looks, size, stores, tables.start());
    }

    private StateLoad load(BenchPlatform platform, String token) {
        return new StateLoad(platform.config(), token, rates.warmUp(), rates.window());
    }

    private void latency(BenchRun run, Size size, StateLoad load, Table table) throws IOException {
        Latencies now = new Latencies(
                load.products(rates.reads(), size),
                load.orders(rates.reads(), size),
                load.newOrders(rates.orders(), size));
        boolean isSmallest = smallest == null;
        if (isSmallest) {
            smallest = now;
        }
        double product = now.product().p50() / smallest.product().p50();
        double order = now.order().p50() / smallest.order().p50();
        double newOrder = now.newOrder().p50() / smallest.newOrder().p50();
        table.row(
                size.products(),
                size.orders(),
                now.product().p50(),
                now.product().p99(),
                product,
                now.order().p50(),
                now.order().p99(),
                order,
                now.newOrder().p50(),
                now.newOrder().p99(),
                newOrder);
        if (!isSmallest) {
            String at = String.format(" at %,d products and %,d orders", size.products(), size.orders());
            run.atMost("product by id" + at + ", times the smallest", MOST_TIMES, product, "×");
            run.atMost("order by id" + at + ", times the smallest", MOST_TIMES, order, "×");
            run.atMost("new order" + at + ", times the smallest", MOST_TIMES, newOrder, "×");
        }
    }

    private static void starts(
            BenchRun run, BenchPlatform platform, FilledStateProbe looks, Size size, long stores, Table table)
            throws IOException {
        Starts starts = new Starts(platform);
        run.say("restarting the API with its state");
        long warm = starts.warm(() -> looks.serves(size.orders() - 1));
        run.say("  serves after %,d ms; restarting it without", warm);
        long restored = starts.wiped(() -> looks.serves(size.orders() - 1));
        run.say("  serves after %,d ms", restored);
        table.row(size.products(), size.orders(), warm, restored, stores * 1_000.0 / restored);
        if (size.orders() >= COUNTED_ORDERS) {
            run.atMost(
                    String.format("start with %,d products and %,d orders", size.products(), size.orders()),
                    MOST_START_MS,
                    (double) warm,
                    "ms");
        }
    }

    private static long mib(BenchPlatform platform, String part) throws IOException {
        return Footprint.mib(platform.config().home().data(part));
    }

    private static double perSecond(long count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }
}
