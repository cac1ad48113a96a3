package com.fusioncommerce.platform.deadletters;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.cli.TenantName;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.streams.deadletters.DeadLetter;
import com.fusioncommerce.streams.deadletters.DeadLetterBox;
import com.fusioncommerce.streams.query.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Lists them, the newest first.")
final class ListDeadLetters implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private HomeOption home;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only those that came from this topic.")
    private String topic;

    @Option(
            names = "--tenant",
            converter = TenantName.class,
            paramLabel = "TENANT",
            description = "Only those of this tenant.")
    private String tenant;

    @Option(names = "--open", description = "Only those that were not sent again.")
    private boolean open;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "This many at most (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private int limit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Predicate<DeadLetter> wanted =
                letter -> (tenant == null || tenant.equals(letter.tenant())) && (!open || !letter.isRetried());
        List<Topic> topics = topics();
        List<DeadLetter> letters;
        try (DeadLetterBox box =
                new DeadLetterBox(home.config(PlatformConfig.KAFKA).kafka())) {
            letters = box.list(topics, wanted, limit, Patience.of(PATIENCE));
        }
        if (!letters.isEmpty()) {
            System.out.println(DeadLetterText.heading());
        }
        letters.forEach(letter -> System.out.println(DeadLetterText.line(letter)));
        if (letters.isEmpty()) {
            System.out.println("There are none.");
        }
        return ExitCode.OK;
    }

    private List<Topic> topics() {
        if (topic == null) {
            return Topics.all();
        }
        try {
            return List.of(Topics.named(topic));
        } catch (IllegalArgumentException e) {
            String names = Topics.all().stream().map(Topic::name).collect(Collectors.joining(", "));
            throw new ParameterException(spec.commandLine(), "there is no topic " + topic + "; there are " + names, e);
        }
    }
}
