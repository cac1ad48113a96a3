package com.fusioncommerce.trials.bench.micro;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.trials.bench.BenchOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fusion bench micro}. */
@Command(
        name = "micro",
        description = {
            "What single operations cost, under JMH: time, and bytes allocated.",
            "",
            "Deciding and evolving (Order, Stock, Product), Avro both ways (Codec), keys and routing (Key), bodies of "
                    + "answers (Json). Each runs in a Java process of its own; no server is started."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion bench micro                            all of them, about 5 minutes",
            "  fusion bench micro --include Codec            those whose name matches",
            "  fusion bench micro --iterations 2 --millis 200 --warm-ups 1"
        })
public final class MicroCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions options;

    @Option(
            names = "--include",
            paramLabel = "REGEX",
            defaultValue = ".*",
            description = "Which benchmarks (default: all).")
    private String include;

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "1",
            description = "Java processes for each (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100)
    private int forks;

    @Option(
            names = "--warm-ups",
            paramLabel = "N",
            defaultValue = "5",
            description = "Iterations that do not count (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = 1_000)
    private int warmUps;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "5",
            description = "Iterations that count (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 1_000)
    private int iterations;

    @Option(
            names = "--millis",
            paramLabel = "MS",
            defaultValue = "1000",
            description = "Length of an iteration (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 600_000)
    private long millis;

    @Override
    public Integer call() throws Exception {
        return options.run(new Micro("(?:" + include + ").*", new Micro.Effort(forks, warmUps, iterations, millis)));
    }
}
