package com.fusioncommerce.trials.bench.peers;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.peers.PeersBench.Extra;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fusion bench peers}. */
@Command(
        name = "peers",
        description = {
            "Vendure, Medusa and this platform, one after another, by the same clients.",
            "",
            "Copies the peers' harness to a folder of its own, installs and fills there what is missing (needs Node 20, "
                    + "npm, PostgreSQL 15 and wrk; some minutes, once), and measures each shop: product and list "
                    + "reads, orders in a closed loop and at half of the peak, and one SKU that everybody wants. Every "
                    + "ratio is to Vendure in the same run, so leave Vendure in."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion bench peers                                   everything, about 20 minutes",
            "  fusion bench peers --only vendure,fusion --fsync --fraud",
            "  fusion bench peers --only fusion --window 5 --warm-up 2"
        })
public final class PeersCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions options;

    @Option(
            names = "--peers",
            paramLabel = "DIR",
            description = "The harness (default: ../shared/peers beside the project). It is only read.")
    private Path peers;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where the harness is copied to and installed (default: target/bench/peers).")
    private Path work;

    @Option(
            names = "--only",
            paramLabel = "SHOP",
            split = ",",
            description = "Of vendure, medusa, fusion; all by default.")
    private Set<String> only = new TreeSet<>();

    @Option(
            names = "--shoppers",
            paramLabel = "N",
            split = ",",
            defaultValue = "32,256",
            description = "Shoppers at once (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private List<Integer> shoppers;

    @Option(
            names = "--connections",
            paramLabel = "N",
            split = ",",
            defaultValue = "16,64",
            description = "Connections that read at once (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private List<Integer> connections;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "2",
            description = "Lines of an order, 1 or 2 (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 2)
    private int lines;

    @Option(
            names = "--window",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "How long each figure is measured (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 86_400)
    private int window;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long each load runs before it counts (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = 86_400)
    private int warmUp;

    @Option(
            names = "--buyers",
            paramLabel = "N",
            defaultValue = "500",
            description = "Who want the SKU of which there are 100 (default: ${DEFAULT-VALUE}).")
    @Between(min = Goods.SCARCE + 1, max = 100_000)
    private int buyers;

    @Option(names = "--fsync", description = "Also: our broker forces every message to the disk.")
    private boolean fsync;

    @Option(names = "--fraud", description = "Also: our orders with Flink and the fraud model, up to confirmed.")
    private boolean fraud;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (only.isEmpty()) {
            only.addAll(PeersBench.names());
        }
        if (!PeersBench.names().containsAll(only)) {
            throw new ParameterException(spec.commandLine(), "--only takes " + String.join(", ", PeersBench.names()));
        }
        Prerequisites.require(only);
        Path root = HomeOption.root();
        Harness harness = Harness.copy(
                peers == null ? root.resolve("../shared/peers").normalize() : peers,
                root.resolve("trials/peers"),
                work == null ? root.resolve("target/bench/peers") : work);
        Plan plan = new Plan(
                lines, shoppers, connections, Duration.ofSeconds(warmUp), Duration.ofSeconds(window), buyers, (int)
                        Goods.SCARCE);
        return options.run(new PeersBench(options, harness, plan, only, extras()));
    }

    private Set<Extra> extras() {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        if (fsync) {
            extras.add(Extra.FSYNC);
        }
        if (fraud) {
            extras.add(Extra.FRAUD);
        }
        return extras;
    }
}
