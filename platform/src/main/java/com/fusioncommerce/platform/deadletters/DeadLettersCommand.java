package com.fusioncommerce.platform.deadletters;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.cli.TenantName;
import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.streams.deadletters.DeadLetter;
import com.fusioncommerce.streams.deadletters.DeadLetterBox;
import com.fusioncommerce.streams.deadletters.DeadLetterId;
import com.fusioncommerce.streams.deadletters.NotRetriedException;
import com.fusioncommerce.streams.query.Patience;
import com.fusioncommerce.streams.query.UnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, shows and sends again what was put aside. */
@Command(
        name = "dead-letters",
        description = {
            "Messages that could not be processed: lists them, shows one, sends commands again.",
            "",
            "A command is sent again once, in one transaction with the note that says so: mend what stopped it first. "
                    + "An event is not sent again, since it stands in its log already."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:there is none by that id, or it was not sent again"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion dead-letters list",
            "  fusion dead-letters list --topic orders.commands --tenant acme --open",
            "  fusion dead-letters show orders.commands@12",
            "  fusion dead-letters retry orders.commands@12 orders.commands@13"
        })
public final class DeadLettersCommand implements FusionCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec;

    @Command(name = "list", description = "Lists them, the newest first.")
    int list(
            @Mixin HomeOption home,
            @Option(names = "--topic", paramLabel = "TOPIC", description = "Only those that came from this topic.")
                    String topic,
            @Option(names = "--tenant", converter = TenantName.class, paramLabel = "TENANT", description = "Only those of this tenant.")
                    String tenant,
            @Option(names = "--open", description = "Only those that were not sent again.") boolean open,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "This many at most (default: ${DEFAULT-VALUE}).")
                    @Between(min = 1, max = 100_000)
                    int limit)
            throws IOException {
        Predicate<DeadLetter> wanted = letter ->
                (tenant == null || tenant.equals(letter.tenant())) && (!open || !letter.isRetried());
        List<DeadLetter> letters;
        try (DeadLetterBox box = box(home)) {
            letters = box.list(topics(topic), wanted, limit, Patience.of(PATIENCE));
        }
        letters.forEach(letter -> System.out.println(DeadLetterText.line(letter)));
        if (letters.isEmpty()) {
            System.out.println("There are none.");
        }
        return ExitCode.OK;
    }

    private List<Topic> topics(String name) {
        if (name == null) {
            return Topics.all();
        }
        try {
            return List.of(Topics.named(name));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no topic " + name + "; there are "
                            + String.join(
                                    ", ", Topics.all().stream().map(Topic::name).toList()),
                    e);
        }
    }

    @Command(name = "show", description = "Shows one whole: why it lies there, its headers, what it says.")
    int show(
            @Mixin HomeOption home,
            @Parameters(paramLabel = "ID", description = "Its id, as listed: topic@offset.") String id)
            throws IOException {
        DeadLetterId letter = id(id);
        Optional<DeadLetterBox.Found> found;
        try (DeadLetterBox box = box(home)) {
            found = box.find(letter, Patience.of(PATIENCE));
        }
        if (found.isEmpty()) {
            System.err.println("fusion: there is no dead letter " + id);
            return ExitCode.SOFTWARE;
        }
        System.out.print(DeadLetterText.whole(found.get(), codec(home)));
        return ExitCode.OK;
    }

    @Command(name = "retry", description = "Sends commands again, each once.")
    int retry(
            @Mixin HomeOption home,
            @Parameters(paramLabel = "ID", arity = "1..*", description = "Their ids, as listed: topic@offset.")
                    List<String> ids)
            throws IOException {
        List<DeadLetterId> letters = ids.stream().map(this::id).toList();
        int code = ExitCode.OK;
        try (DeadLetterBox box = box(home)) {
            for (DeadLetterId letter : letters) {
                try {
                    box.retry(letter, any -> true, Patience.of(PATIENCE));
                    System.out.println(letter + " was sent again");
                } catch (NotRetriedException | UnavailableException e) {
                    System.err.println("fusion: " + e.getMessage());
                    code = ExitCode.SOFTWARE;
                }
            }
        }
        return code;
    }

    private DeadLetterId id(String text) {
        try {
            return DeadLetterId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private DeadLetterBox box(HomeOption home) throws IOException {
        return new DeadLetterBox(home.config(PlatformConfig.KAFKA).kafka());
    }

    private AvroCodec codec(HomeOption home) throws IOException {
        PlatformConfig config = home.config(PlatformConfig.KAFKA, PlatformConfig.REGISTRY_URL);
        return new AvroCodec(SchemaRegistry.connect(config.registry()));
    }
}
