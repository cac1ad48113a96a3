package com.fusioncommerce.trials.bench.latency;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmark of latencies. */
@Command(
        name = "latency",
        description = {
            "How long things take at 10, 50 and 90 %% of the peak.",
            "",
            "(a) One hop: a command is written to Kafka, a decider decides it, a reader sees its event committed. (b) An "
                    + "order over HTTP, answered when its stock is held. (c) From order.created to the fraud model's "
                    + "decision, with Flink running. Each peak is found first, in the same run. Requests at a fixed rate "
                    + "count from when they should have been sent.",
            "",
            "--sweep measures (a) and (b) once for each setting that matters, each on a platform of its own, at the "
                    + "same rates: the table from which the defaults were chosen."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion bench latency",
            "  fusion bench latency --gate=false --keys",
            "  fusion bench latency --gate=false --set FUSION_COMMIT_INTERVAL_MS=5",
            "  fusion bench latency --sweep --seconds 10",
            "  fusion bench latency --sweep --vary FUSION_COMMIT_INTERVAL_MS=25 --vary FUSION_COMMIT_INTERVAL_MS=75"
        })
public final class LatencyCommand implements Callable<Integer> {
    private static final int CONNECTIONS = 1_024;

    @Option(names = "--sweep", description = "Varies the settings; the result is named latency-sweep.")
    private boolean sweep;

    @Option(
            names = "--vary",
            paramLabel = "NAME=VALUE",
            description = "With --sweep: tries this environment variable, and no other settings; may be repeated.")
    private List<String> vary = List.of();

    @Option(
            names = "--gate",
            arity = "1",
            paramLabel = "true|false",
            defaultValue = "true",
            description = "Whether (c) is measured, which needs Flink (default: ${DEFAULT-VALUE}).")
    private boolean gate;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "20",
            description = "Seconds at each rate and each number of clients (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 86_400)
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "60",
            description =
                    "Seconds of orders after each start, before anything is measured (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = 86_400)
    private int warmUp;

    @Option(
            names = "--clients",
            paramLabel = "N",
            split = ",",
            defaultValue = "32,128,256,512",
            description = "Numbers of clients with which the peak is looked for (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private List<Integer> clients;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "2",
            description = "Lines of an order, 1 to 100 (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100)
    private int lines;

    @Option(
            names = "--pools",
            paramLabel = "N",
            defaultValue = "1",
            description = "Pools that the shop's stock is spread over (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 1_000)
    private int pools;

    @Option(
            names = "--keys",
            description = "Gives each order an Idempotency-Key of its own, which costs most of them a second commit.")
    private boolean keys;

    @Mixin
    private BenchOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        for (String setting : vary) {
            if (!sweep || setting.indexOf('=') < 1) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--vary takes NAME=VALUE, and belongs to --sweep; it was given '" + setting + "'.");
            }
        }
        return sweep ? options.run("latency-sweep", this::sweep) : options.run(this::measure);
    }

    private void measure(BenchRun run) throws Exception {
        Latencies latencies = new Latencies(run, effort(run), pools);
        try (BenchPlatform platform = options.platform(run, Set.of("api"), Map.of("FUSION_FRAUD_GATE", "off"))) {
            latencies.withoutGate(platform);
        }
        if (gate) {
            try (BenchPlatform platform =
                    options.platform(run, Set.of("api", "flink"), Map.of("FUSION_FRAUD_GATE", "on"))) {
                latencies.withGate(platform);
            }
        }
    }

    private void sweep(BenchRun run) throws Exception {
        new Sweep(run, options, effort(run), pools, vary).measure();
    }

    private Effort effort(BenchRun run) {
        run.setting("lines an order", lines);
        run.setting("pools", pools);
        run.setting("idempotency keys", keys ? "one an order" : "none");
        run.setting("seconds each", seconds);
        return new Effort(Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), clients, CONNECTIONS, lines, keys);
    }
}
