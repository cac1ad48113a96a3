package com.fusioncommerce.trials.bench;

import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.trials.bench.connections.ConnectionsCommand;
import com.fusioncommerce.trials.bench.contention.ContentionCommand;
import com.fusioncommerce.trials.bench.failover.FailoverCommand;
import com.fusioncommerce.trials.bench.failover.RollingCommand;
import com.fusioncommerce.trials.bench.growth.GrowthCommand;
import com.fusioncommerce.trials.bench.history.HistoryCommand;
import com.fusioncommerce.trials.bench.kernel.KernelCommand;
import com.fusioncommerce.trials.bench.latency.LatencyCommand;
import com.fusioncommerce.trials.bench.limit.LimitCommand;
import com.fusioncommerce.trials.bench.micro.MicroCommand;
import com.fusioncommerce.trials.bench.overload.OverloadCommand;
import com.fusioncommerce.trials.bench.peers.PeersCommand;
import com.fusioncommerce.trials.bench.slowclients.SlowClientsCommand;
import com.google.auto.service.AutoService;
import picocli.CommandLine.Command;

/** Parent command of the benchmarks, one subcommand each. */
@AutoService(FusionCommand.class)
@Command(
        name = "bench",
        synopsisSubcommandLabel = "BENCHMARK",
        description = {
            "Measures the platform.",
            "",
            "Each benchmark starts the parts that it needs in a place of their own, on free ports, warms up, measures, "
                    + "prints its tables, and writes them to target/bench/BENCHMARK.json with the command, the machine, "
                    + "the date, and what else the machine was doing. Figures count only when it was quiet: stop "
                    + "everything else first."
        },
        subcommands = {
            KernelCommand.class,
            LimitCommand.class,
            LatencyCommand.class,
            ContentionCommand.class,
            OverloadCommand.class,
            ConnectionsCommand.class,
            SlowClientsCommand.class,
            RollingCommand.class,
            FailoverCommand.class,
            HistoryCommand.class,
            GrowthCommand.class,
            PeersCommand.class,
            MicroCommand.class,
            DocsCommand.class
        },
        commandListHeading = "%nBenchmarks:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured; what must be so is so",
            "1:something that must be so is not, or it could not be measured",
            "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion bench contention               500 buyers of the last 100 units",
            "  fusion bench contention --publish     the same, into docs/benchmarks.md",
            "  fusion bench NAME --help              what it does, and its options"
        })
public final class BenchCommand implements FusionCommand {
    @Override
    public int place() {
        return 170;
    }
}
