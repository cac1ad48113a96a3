package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.config.Directories;
import com.fusioncommerce.platform.config.FlinkMode;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.config.Shape;
import com.fusioncommerce.platform.parts.Catalogue;
import com.fusioncommerce.platform.parts.PlatformServer;
import com.fusioncommerce.platform.parts.Servers;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Injects faults into a new platform under load, and checks that nothing was lost. */
@AutoService(FusionCommand.class)
@Command(
        name = "chaos",
        description = {
            "Starts a platform of its own, on free ports in a new directory, sends it a constant load of orders, "
                    + "cancellations, stock changes and reads, and breaks its parts: first each fault alone, then every "
                    + "process at once, then one or two faults at a time at random, all drawn from the seed. Measures what was answered during each fault. "
                    + "At the end it stops the load, waits until everything has arrived, and checks as `fusion check` "
                    + "does that nothing acknowledged was lost, nothing doubled and nothing oversold.",
            "",
            "Faults: kill (kill -9), freeze (SIGSTOP, a while, SIGCONT), full (no space on a small disk of its own under "
                    + "the last broker's log or the last node's state), cut (no packet to or from the ports it listens "
                    + "on). full and cut need a network and mount namespace of its own: root, or a system that lets "
                    + "users make namespaces. Where there is none they are left out, and the report says why."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing was lost, and everything recovered", "1:something was, or did not"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion chaos --minutes 20 --seed 7",
            "  fusion chaos --minutes 3 --faults kill:api,kill:flink --brokers 1 --nodes 1",
            "  fusion chaos --minutes 5 --faults full,cut:kafka --report /tmp/chaos"
        })
public final class ChaosCommand implements FusionCommand, Callable<Integer> {
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration CALM = Duration.ofSeconds(15);
    private static final Duration RECOVERY = Duration.ofMinutes(4);
    private static final Duration DRAIN = Duration.ofMinutes(4);

    @Option(names = "--minutes", paramLabel = "N", required = true, description = "How long faults go on.")
    @Between(min = 0.1, max = 1_440)
    private double minutes;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed gives the same faults in the same order (default: ${DEFAULT-VALUE}).")
    @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE)
    private long seed;

    @Option(
            names = "--faults",
            paramLabel = "LIST",
            defaultValue = "",
            description = "Only these, separated by commas: kill, freeze, full, cut, each alone or for a part or kind "
                    + "of parts, as in kill:api-2,freeze:kafka (default: all).")
    private String faults;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "40",
            description = "Requests a second, half of them reads (default: ${DEFAULT-VALUE}).")
    @Between(min = 0.1, max = 100_000)
    private double rate;

    @Option(names = "--brokers", defaultValue = "3", description = "Kafka brokers, 1 or 3 (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 3)
    private int brokers;

    @Option(names = "--nodes", defaultValue = "2", description = "API nodes, 1 to 4 (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 4)
    private int nodes;

    @Option(
            names = "--flink",
            defaultValue = "process",
            description = "How Flink runs: process or cluster (default: ${DEFAULT-VALUE}).")
    private FlinkMode flink;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = "chaos-report",
            description = "Where chaos.json, chaos.md and the journal are written (default: ${DEFAULT-VALUE}).")
    private Path report;

    @Option(names = "--publish", description = "Also keep the report as docs/chaos.md.")
    private boolean publish;

    @Option(names = "--keep", description = "Keep the platform's directory, with its logs; it is kept after gaps too.")
    private boolean keep;

    @Spec
    private CommandSpec spec;

    @Override
    public int place() {
        return 160;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Shape shape = shape();
        FaultChoice choice = choice(shape);
        if (!Namespace.isInside()) {
            Servers.fetch(config(shape, Path.of("")), doing -> OwnPlatform.say("servers: " + doing));
            Optional<Namespace> namespace = namespace();
            if (namespace.isPresent()) {
                return namespace.get().run(spec.commandLine().getParseResult().originalArgs());
            }
        }
        return breakIt(choice, shape);
    }

    private static Optional<Namespace> namespace() {
        try {
            return Optional.of(Namespace.available());
        } catch (IOException e) {
            OwnPlatform.say("no namespace of its own, so no network cut and no full disk: " + e.getMessage());
            return Optional.empty();
        }
    }

    private int breakIt(FaultChoice choice, Shape shape) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("fusion-chaos");
        boolean green = false;
        try {
            ChaosReport result = run(choice, config(shape, directory));
            Reports.write(report.resolve("chaos.json"), result);
            String page = ChaosText.of(result, typed());
            Files.writeString(report.resolve("chaos.md"), page);
            if (publish) {
                Files.writeString(HomeOption.root().resolve("docs/chaos.md"), page);
            }
            System.out.print(page);
            green = result.green();
            OwnPlatform.say("report and journal are in " + report.toAbsolutePath());
            return green ? 0 : 1;
        } finally {
            if (green && !keep) {
                Directories.delete(directory);
            } else {
                OwnPlatform.say("the platform's logs and data are in " + directory);
            }
        }
    }

    /** The command as it was typed, by which the run can be repeated. */
    private String typed() {
        return spec.root().commandLine().getParseResult().originalArgs().stream()
                .filter(argument -> !argument.equals("--publish"))
                .collect(Collectors.joining(" ", "fusion ", ""));
    }

    private ChaosReport run(FaultChoice choice, PlatformConfig config) throws IOException, InterruptedException {
        ChaosSettings settings = new ChaosSettings(
                seed, Duration.ofSeconds(Math.round(minutes * 60)), rate, choice, WARM_UP, CALM, RECOVERY, DRAIN);
        return new OwnPlatform(config).run(settings, report.resolve("acknowledged.jsonl"));
    }

    private static PlatformConfig config(Shape shape, Path directory) {
        return PlatformConfig.local(HomeOption.root(), new Home(directory), Ports.free())
                .with(shape);
    }

    private FaultChoice choice(Shape shape) {
        Set<String> known = new Catalogue(config(shape, Path.of("")))
                .all().stream()
                        .filter(PlatformServer.class::isInstance)
                        .map(PlatformServer.class::cast)
                        .flatMap(server -> Stream.of(server.name(), server.group()))
                        .collect(Collectors.toSet());
        try {
            return FaultChoice.parse(faults).among(known);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Shape shape() {
        try {
            return new Shape(brokers, nodes, flink);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
