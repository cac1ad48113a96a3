package com.fusioncommerce.trials.bench.growth;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.trials.bench.BenchOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fusion bench growth}. */
@Command(
        name = "growth",
        description = {
            "What becomes of latency, disk, memory and start-up as products and orders grow.",
            "",
            "One platform grows from size to size. It is filled by commands straight to Kafka. At each size the same "
                    + "rates of reads and orders are sent to it, its stores and memory are measured, and its API is "
                    + "restarted twice: with its state on disk, and without, so that it is restored from Kafka."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion bench growth                                       up to a million of each, about 20 minutes",
            "  fusion bench growth --products 10000,10000000 --orders 10000,1000000",
            "  fusion bench growth --products 1000,2000 --orders 1000,2000 --window 3 --warm-up 1"
        })
public final class GrowthCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions options;

    @Option(
            names = "--products",
            paramLabel = "N",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "Products, size by size (default: ${DEFAULT-VALUE}).")
    @Between(min = GeneratedIds.POOLS, max = 1_000_000_000)
    private List<Long> products;

    @Option(
            names = "--orders",
            paramLabel = "N",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "Orders, size by size (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 1_000_000_000)
    private List<Long> orders;

    @Option(
            names = "--read-rate",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Reads a second (default: ${DEFAULT-VALUE}).")
    @Between(min = 0.1, max = 1_000_000)
    private double readRate;

    @Option(
            names = "--order-rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "New orders a second (default: ${DEFAULT-VALUE}).")
    @Between(min = 0.1, max = 1_000_000)
    private double orderRate;

    @Option(
            names = "--store-memory",
            paramLabel = "MIB",
            defaultValue = "128",
            description = "RocksDB's caches and write buffers in all (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 1_048_576)
    private int storeMib;

    @Option(
            names = "--window",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long each latency is measured (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 86_400)
    private int window;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long each load runs before it counts (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 86_400)
    private int warmUp;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        List<Size> sizes;
        try {
            sizes = Size.of(products, orders);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Growth.Rates rates =
                new Growth.Rates(readRate, orderRate, Duration.ofSeconds(warmUp), Duration.ofSeconds(window));
        return options.run(new Growth(options, sizes, rates, storeMib));
    }
}
