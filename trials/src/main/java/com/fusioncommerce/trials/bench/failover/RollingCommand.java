package com.fusioncommerce.trials.bench.failover;

import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.report.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The benchmark of a rolling restart. */
@Command(
        name = "rolling",
        description = {
            "A rolling restart under load.",
            "",
            "Several API nodes behind a load balancer that sends requests to those that say they are ready, and sends "
                    + "none again. While products are read, orders placed and read back at a constant rate, every node is "
                    + "restarted, one after the other. Fails if a request failed or an acknowledged order is not there."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion bench rolling",
            "  fusion bench rolling --nodes 3 --brokers 3 --restart api,kafka",
            "  fusion bench rolling --set FUSION_GROUP_PROTOCOL=streams"
        })
public final class RollingCommand implements Callable<Integer> {
    @Option(
            names = "--restart",
            paramLabel = "KIND",
            split = ",",
            defaultValue = "api",
            description = "What is restarted: api, kafka or both (default: ${DEFAULT-VALUE}).")
    private String[] kinds;

    @Mixin
    private LoadOptions load;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws Exception {
        return options.run(this::measure);
    }

    private void measure(BenchRun run) throws Exception {
        try (Scene scene = Scene.open(run, options, load)) {
            Table table = Outages.table(run, "Rolling restart");
            for (String kind : kinds) {
                run.say("restarting every %s, one after the other", kind);
                Outage outage = scene.during(() -> scene.platform().restart(kind));
                Outages.add(table, "restart of all " + kind, outage);
                run.check("no request fails while every " + kind + " is restarted", outage.failed() == 0, outage.why());
            }
            scene.finish();
        }
    }
}
