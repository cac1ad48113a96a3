package com.fusioncommerce.trials.bench.failover;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.config.FlinkMode;
import com.fusioncommerce.platform.config.Shape;
import picocli.CommandLine.Option;

/** Options for the platform's size and its load. */
final class LoadOptions {
    @Option(
            names = "--brokers",
            paramLabel = "1|3",
            defaultValue = "1",
            description = "Kafka brokers (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 3)
    private int brokers;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "2",
            description = "API nodes, 2 to 4 (default: ${DEFAULT-VALUE}).")
    @Between(min = 2, max = 4)
    private int nodes;

    @Option(
            names = "--reads",
            paramLabel = "N",
            defaultValue = "100",
            description = "Products read a second (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 1_000_000)
    private int reads;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "50",
            description = "Orders placed, and read back, a second (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 1_000_000)
    private int orders;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "Load before anything is restarted or killed (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = 86_400)
    private int warmUpSeconds;

    Shape shape() {
        return new Shape(brokers, nodes, FlinkMode.PROCESS);
    }

    int reads() {
        return reads;
    }

    int orders() {
        return orders;
    }

    int warmUpSeconds() {
        return warmUpSeconds;
    }
}
