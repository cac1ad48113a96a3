package com.fusioncommerce.trials.replay;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.cli.ProgressBar;
import com.fusioncommerce.platform.cli.Terminal;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.streams.CommerceGroups;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.orders.OrderRules;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Rebuilds a domain's state and views from its events, and compares them. */
@AutoService(FusionCommand.class)
@Command(
        name = "replay",
        description = {
            "Rebuilds a domain's state and views from its events, and compares them with the live ones.",
            "",
            "Runs beside a platform that is running, under load too: it reads Kafka's logs in no consumer group, sends "
                    + "nothing, and folds the events with the code of this version, in a directory of its own. What is "
                    + "live is read from the changelogs of the state stores, committed records only, and from the "
                    + "topics that publish states. Every entry must be equal; one that changed in the last moments "
                    + "must be as it was at one of its steps. Works partition by partition: memory stays the same "
                    + "however many orders there are, the disk needs about twice one partition's state.",
            "",
            "Cannot be compared, because events do not make it: answers to commands (kept a day for repeated "
                    + "commands), deadlines that are pending, answers that wait, the state of Flink's jobs, Druid. "
                    + "A state store's files on an instance's disk are not read either: what is compared is the "
                    + "changelog, from which they are restored.",
            "An event log that was cut off at its beginning gives differences: events are kept for ever by default."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:state and views are what the events make", "1:they differ, or could not be had"},
        footerHeading = "%nExamples:%n",
        footer = {"  fusion replay --domain orders", "  fusion replay --domain inventory --show 100"})
public final class ReplayCommand implements FusionCommand, Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private HomeOption home;

    @Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Option(names = "--domain", required = true, paramLabel = "NAME", description = "catalog, inventory or orders.")
    private String domain;

    @Option(
            names = "--application",
            paramLabel = "ID",
            defaultValue = "${env:FUSION_APPLICATION_ID:-commerce}",
            description = "Id of the application whose state it is (default: ${DEFAULT-VALUE}).")
    private String application;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "40",
            description = "Differences to print at most; all are counted (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = Integer.MAX_VALUE)
    private int show;

    @Override
    public int place() {
        return 140;
    }

    @Override
    public Integer call() throws IOException {
        Domain replayed = domain();
        PlatformConfig config = home.config(PlatformConfig.KAFKA, PlatformConfig.REGISTRY_URL);
        AvroCodec codec = new AvroCodec(SchemaRegistry.connect(config.registry()));
        Path aside = config.home().data("replay");
        Files.createDirectories(aside);
        PrintStream out = System.out;
        try (CommittedLog log = new CommittedLog(config.kafka(), PATIENCE)) {
            Printer printer = new Printer(out, show);
            Replay.Result result = new Replay(
                            replayed, application, log, codec, new ProgressBar(out, Terminal.isInteractive()))
                    .run(aside, printer);
            print(out, result);
            return result.differences() == 0 ? 0 : 1;
        }
    }

    private void print(PrintStream out, Replay.Result result) {
        out.printf(
                Locale.ROOT,
                "%s: %,d events folded, %,d entries compared, %,d differences%n",
                domain,
                result.events(),
                result.entries(),
                result.differences());
        if (result.older() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d entries were written before a field was added, and are equal but for it%n",
                    result.older());
        }
        if (result.unreadable() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d records in %s are no events that can be read, and were left out%n",
                    result.unreadable(),
                    domain + ".events");
        }
    }

    private Domain domain() {
        if (!CommerceGroups.domains().contains(domain)) {
            throw new ParameterException(
                    spec.commandLine(), "no domain is named " + domain + ": there are " + CommerceGroups.domains());
        }
        // Default rules suffice: rules affect decisions only, and the decisions are in the events.
        return CommerceGroups.of(OrderRules.defaults(), CommerceGroups.domains()).stream()
                .flatMap(group -> group.domains().stream())
                .filter(one -> one.name().equals(domain))
                .findFirst()
                .orElseThrow();
    }

    private static final class Printer implements Consumer<Difference> {
        private final PrintStream out;
        private int left;

        Printer(PrintStream out, int show) {
            this.out = out;
            this.left = show;
        }

        @Override
        public void accept(Difference difference) {
            if (left-- > 0) {
                out.println(difference.topic() + " " + difference.key() + ": " + difference.what());
            }
        }
    }
}
