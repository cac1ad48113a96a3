package com.fusioncommerce.platform;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.cli.Terminal;
import com.fusioncommerce.platform.config.AlreadyRunningException;
import com.fusioncommerce.platform.config.FlinkMode;
import com.fusioncommerce.platform.config.HttpUrls;
import com.fusioncommerce.platform.config.Loopback;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.config.Shape;
import com.fusioncommerce.platform.parts.Catalogue;
import com.fusioncommerce.platform.supervisor.Part;
import com.fusioncommerce.platform.supervisor.StartException;
import com.fusioncommerce.platform.supervisor.Watcher;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the platform and supervises it. */
@AutoService(FusionCommand.class)
@Command(
        name = "up",
        description = {
            "Starts the platform and watches over it until Ctrl-C or `fusion down`.",
            "",
            "Parts: kafka, registry, zookeeper, druid, flink, api; steps: topics, schemas, ingestion. A part that "
                    + "dies is started again after 1 s, then 2 s, up to 30 s. Logs lie in HOME/log, data in HOME/data.",
            "",
            "With several brokers, nodes or task managers the further ones are kafka-2, kafka-3, api-2 …, "
                    + "flink-tasks-1, flink-tasks-2 and flink-jobs; --only kafka, api or flink means all of a kind."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion up                                  everything, state of the last time",
            "  fusion up --fresh --detach                 everything from nothing, in the background",
            "  fusion up --only kafka,api                 the API and what it needs",
            "  fusion up --port api=8080 --port kafka=9092",
            "  fusion up --brokers 3 --nodes 2 --flink cluster   any one process may die",
            "  FUSION_KAFKA=broker:9092 fusion up         everything but Kafka, on that one",
            "",
            "Environment: FUSION_HOME; FUSION_KAFKA, FUSION_REGISTRY_URL and FUSION_DRUID_URL name servers to use "
                    + "instead of starting them; every other FUSION_… variable is passed on to the API and Flink."
        })
public final class UpCommand implements FusionCommand, Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(names = "--fresh", description = "Delete what was kept (data, logs, keys) and begin from nothing.")
    private boolean fresh;

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "Start these parts and what they need, instead of everything.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--detach", description = "Return once it is READY, and leave it running in the background.")
    private boolean detach;

    @Option(
            names = "--port",
            paramLabel = "PART=NNNN",
            description = "Use this port instead of the usual one; may be given several times. Names: kafka, "
                    + "kafka-controller, registry, zookeeper, druid-coordinator, druid-broker, druid-historical, "
                    + "druid-indexer, druid-router, druid-metadata, api, flink, flink-metrics; of further processes "
                    + "kafka-2, kafka-controller-2 and -3, api-2 to api-4, flink-rpc, flink-tasks-metrics and -2.")
    @Between(min = 1, max = 65_535)
    private Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = Loopback.TEXT,
            description = "The address that the API listens on (default: ${DEFAULT-VALUE}). Everything else, which "
                    + "knows no users, stays on the loopback address.")
    private String host;

    @Option(
            names = "--brokers",
            paramLabel = "1|3",
            defaultValue = "1",
            description = "Kafka brokers (default: ${DEFAULT-VALUE}). With 3, every record is on all of them and one "
                    + "may die.")
    @Between(min = 1, max = 3)
    private int brokers;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "1",
            description = "Instances of the API and its commerce application, 1 to 4 (default: ${DEFAULT-VALUE}). "
                    + "Each state is then kept twice.")
    @Between(min = 1, max = 4)
    private int nodes;

    @Option(
            names = "--flink",
            paramLabel = "HOW",
            defaultValue = "process",
            description = "process: all of Flink in one process; cluster: a job manager, two task managers and "
                    + "submitted jobs (default: ${DEFAULT-VALUE}).")
    private FlinkMode flink;

    @Option(names = "--plain", description = "A line for everything that happens, also in a terminal.")
    private boolean plain;

    @Spec
    private CommandSpec spec;

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PlatformConfig config = new PlatformConfig(
                        HomeOption.root(), home.home(), chosenPorts(), chosenHost(), HomeOption.environment())
                .with(chosenShape());
        List<Part> parts = chosenParts(config);
        if (detach) {
            return new DetachedUp(config.home())
                    .run(spec.commandLine().getParseResult().originalArgs());
        }
        PlainConsole console = plain || !Terminal.isInteractive()
                ? new PlainConsole(System.out)
                : new LiveConsole(System.out, parts.stream().map(Part::name).toList());
        Platform platform;
        try {
            Watcher watcher =
                    Watcher.both(console, DetachedUp.output(config.home()).cappedAfterDeaths(console));
            platform = Platform.prepare(config, only, fresh, watcher);
        } catch (PreflightException | AlreadyRunningException e) {
            System.err.println(e.getMessage());
            return Fusion.FAILED;
        }
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping.set(true);
            console.finish();
            platform.close();
        }));
        try {
            platform.start();
        } catch (StartException e) {
            if (stopping.get()) {
                platform.awaitClosed();
                return Fusion.OK;
            }
            console.finish();
            explain(e, config);
            return Fusion.FAILED;
        }
        console.finish();
        console.print(Summary.of(parts, console.elapsed(), home.argument(), DetachedUp.isDetached()));
        platform.awaitClosed();
        return Fusion.OK;
    }

    private Shape chosenShape() {
        try {
            return new Shape(brokers, nodes, flink);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private String chosenHost() {
        try {
            if (HttpUrls.parse("http://" + host + ":1").getHost().equals(host)) {
                return host;
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--host: '" + host + "' is no address", e);
        }
        throw new ParameterException(spec.commandLine(), "--host: '" + host + "' is no address");
    }

    private Ports chosenPorts() {
        try {
            Map<Port, Integer> chosen = new EnumMap<>(Port.class);
            ports.forEach((label, number) -> chosen.put(Port.named(label), number));
            return Ports.standardWith(chosen);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--port: " + e.getMessage(), e);
        }
    }

    private List<Part> chosenParts(PlatformConfig config) {
        try {
            return new Catalogue(config).select(only);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--only: " + e.getMessage(), e);
        }
    }

    private static void explain(StartException problem, PlatformConfig config) {
        System.err.println("could not start " + problem.getMessage());
        problem.logTail().forEach(line -> System.err.println("      | " + LogLine.readable(line)));
        System.err.println(
                "everything was stopped again; logs are in " + config.home().logs());
    }
}
