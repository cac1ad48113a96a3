package com.fusioncommerce.trials.bench.failover;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmark of failover. */
@Command(
        name = "failover",
        description = {
            "Processes that die under load.",
            "",
            "API nodes, and brokers where there are three, are killed (kill -9) one after the other while products are "
                    + "read, orders placed and read back at a constant rate. Tells how many requests failed, the longest "
                    + "time without a good answer, and latency, for each. Fails if an acknowledged order is not there."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion bench failover",
            "  fusion bench failover --brokers 3 --nodes 2 --rounds 5",
            "  fusion bench failover --brokers 3 --kill kafka --rounds 3",
            "  fusion bench failover --set FUSION_SESSION_TIMEOUT_MS=6000"
        })
public final class FailoverCommand implements Callable<Integer> {
    private static final double READS_BACK_MS = 2_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each is killed (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 1_000)
    private int rounds;

    @Option(
            names = "--kill",
            paramLabel = "PART",
            split = ",",
            description = "Kills only these (default: api,api-2, and kafka,kafka-2 of three brokers).")
    private List<String> kill = List.of();

    @Mixin
    private LoadOptions load;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws Exception {
        return options.run(this::measure);
    }

    private void measure(BenchRun run) throws Exception {
        List<String> victims = victims();
        try (Scene scene = Scene.open(run, options, load)) {
            Table table = Outages.table(run, "Failover");
            List<Outage> outages = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                for (String victim : victims) {
                    run.say("kill -9 of %s, round %d", victim, round);
                    Outage outage = scene.during(() -> scene.platform().kill(victim));
                    Outages.add(table, "kill -9 of " + victim, outage);
                    outages.add(outage);
                }
            }
            run.atMost("longest time without a good read", READS_BACK_MS, longest(outages, Kind.READ), "ms");
            run.atMost(
                    "longest time without a good order",
                    scene.session().toMillis() + READS_BACK_MS,
                    longest(outages, Kind.WRITE),
                    "ms");
            scene.finish();
        }
    }

    /**
     * @throws ParameterException if there is no such part
     */
    private List<String> victims() {
        List<String> all =
                load.shape().brokers() > 1 ? List.of("api", "api-2", "kafka", "kafka-2") : List.of("api", "api-2");
        if (!all.containsAll(kill)) {
            throw new ParameterException(
                    spec.commandLine(), "--kill: of this platform it kills " + String.join(", ", all));
        }
        return kill.isEmpty() ? all : kill;
    }

    private static double longest(List<Outage> outages, Kind kind) {
        return outages.stream()
                .mapToDouble(outage -> outage.kinds().get(kind).longestGapMs())
                .max()
                .orElse(0);
    }
}
