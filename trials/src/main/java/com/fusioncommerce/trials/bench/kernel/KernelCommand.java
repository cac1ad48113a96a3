package com.fusioncommerce.trials.bench.kernel;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.RegistryConfig;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.profile.Profiler;
import com.fusioncommerce.trials.bench.report.Table;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The benchmark of the kernel. */
@Command(
        name = "kernel",
        description = {
            "Orders decided a second, without HTTP and without the fraud gate.",
            "",
            "Commands are written to the log and count once their transaction is committed: an order created, its units "
                    + "reserved, confirmed, and all of its states. Beside it, the same records written and read with "
                    + "nothing decided: what Kafka alone takes. Generator, broker and kernel share the machine."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion bench kernel",
            "  fusion bench kernel --warm-up 60 --seconds 10        a quick look; cold code is half as fast",
            "  fusion bench kernel --set FUSION_STREAMS_THREADS=2"
        })
public final class KernelCommand implements Callable<Integer> {
    private static final int PRODUCTS = 1_000;
    private static final int POOLS = 4;
    private static final long UNITS = 100_000_000_000L;
    /**
     * Records of a two-line order without a gate: four events, and the states of order, view, hold, two stocks,
     * outcome.
     */
    private static final int RECORDS_OF_AN_ORDER = 10;

    private static final int BYTES_OF_A_RECORD = 350;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long each row is measured (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 86_400)
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description = "How long orders are decided before that (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = 86_400)
    private int warmUp;

    @Mixin
    private BenchOptions options;

    private record Scenario(String name, int lines, int skus, int pools, double atLeast) {}

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("2 lines, one pool", 2, PRODUCTS, 1, 25_000),
            new Scenario("2 lines, four pools", 2, PRODUCTS, POOLS, 0),
            new Scenario("one hot SKU, one pool", 1, 1, 1, 0),
            new Scenario("20 lines, one pool", 20, PRODUCTS, 1, 0),
            new Scenario("1,000 lines, one pool", 1_000, PRODUCTS, 1, 100));

    @Override
    public Integer call() throws Exception {
        return options.run(this::measure);
    }

    private void measure(BenchRun run) throws Exception {
        try (BenchPlatform platform = options.platform(run, Set.of("api"), Map.of("FUSION_FRAUD_GATE", "off"));
                CommandFeed feed = new CommandFeed(platform.config().kafka(), "commerce", Topics.commands("orders"))) {
            BenchShop shop = BenchShop.open(platform.config(), "kernel", PRODUCTS, POOLS, UNITS);
            AvroCodec codec = new AvroCodec(
                    SchemaRegistry.connect(RegistryConfig.of(platform.config().registryUrl())));
            KernelLoad load = new KernelLoad(platform, feed);
            warmUp(run, load, new OrderCommands(shop, codec, 2, PRODUCTS, POOLS));
            Table table = run.table(
                    "Orders decided",
                    "orders",
                    "orders/s",
                    "lines/s",
                    "CPU µs an order, streams",
                    "CPU µs an order, broker");
            for (Scenario scenario : SCENARIOS) {
                OrderCommands orders =
                        new OrderCommands(shop, codec, scenario.lines(), scenario.skus(), scenario.pools());
                load.run(orders, Duration.ofSeconds(Math.max(1, seconds / 4)));
                KernelLoad.Rate rate = load.run(orders, Duration.ofSeconds(seconds));
                run.say("%s: %,.0f orders/s", scenario.name(), rate.perSecond());
                table.row(
                        scenario.name(),
                        rate.perSecond(),
                        rate.perSecond() * scenario.lines(),
                        rate.apiMicros(),
                        rate.brokerMicros());
                if (scenario.atLeast() > 0) {
                    run.atLeast(scenario.name(), scenario.atLeast(), rate.perSecond(), "orders/s");
                }
            }
            plain(run, platform, table);
            profile(run, platform, load, new OrderCommands(shop, codec, 2, PRODUCTS, 1));
        }
    }

    /** Profiles after the measurement, since profiling takes time too. */
    private void profile(BenchRun run, BenchPlatform platform, KernelLoad load, OrderCommands orders) throws Exception {
        Profiler profiler = Profiler.in(platform.config().home().directory());
        Profiler.Sampling api = profiler.start(platform.pid("api"));
        Profiler.Sampling broker = profiler.start(platform.pid("kafka"));
        KernelLoad.Rate rate = load.run(orders, Duration.ofSeconds(seconds));
        Table table =
                run.table("Where the time of a two-line order goes", "process", "part", "CPU µs an order", "share");
        api.stop().addTo(table, "streams", rate.apiMicros());
        broker.stop().addTo(table, "broker", rate.brokerMicros());
    }

    private void warmUp(BenchRun run, KernelLoad load, OrderCommands orders) throws Exception {
        int step = 30;
        run.warmUp(warmUp + " s of two-line orders in four pools");
        for (int done = 0; done < warmUp; done += step) {
            KernelLoad.Rate rate = load.run(orders, Duration.ofSeconds(Math.min(step, warmUp - done)));
            run.say("warming up: %,.0f orders/s", rate.perSecond());
        }
    }

    private void plain(BenchRun run, BenchPlatform platform, Table table) throws Exception {
        PlainTransactions plain =
                new PlainTransactions(platform.config().kafka(), RECORDS_OF_AN_ORDER, BYTES_OF_A_RECORD);
        double perSecond = plain.run(Duration.ofSeconds(seconds));
        double decided = (double) table.rows().get(0).get(1);
        table.row("the records of 2 lines, one pool, nothing decided", perSecond, perSecond * 2, null, null);
        run.note(String.format(
                java.util.Locale.ROOT,
                "Deciding runs at %.2f of the rate at which the same broker takes and gives the same records (%d records "
                        + "of %d bytes an order, a transaction every 10 ms).",
                decided / perSecond,
                RECORDS_OF_AN_ORDER,
                BYTES_OF_A_RECORD));
    }
}
