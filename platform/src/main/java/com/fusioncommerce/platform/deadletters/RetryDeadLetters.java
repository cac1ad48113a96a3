package com.fusioncommerce.platform.deadletters;

import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.streams.deadletters.DeadLetterBox;
import com.fusioncommerce.streams.deadletters.DeadLetterId;
import com.fusioncommerce.streams.deadletters.NotRetriedException;
import com.fusioncommerce.streams.query.Patience;
import com.fusioncommerce.streams.query.UnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "retry", description = "Sends commands again, each once.")
final class RetryDeadLetters implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private HomeOption home;

    @Parameters(
            paramLabel = "ID",
            arity = "1..*",
            converter = DeadLetterIdConverter.class,
            description = "Their ids, as listed: topic@offset.")
    private List<DeadLetterId> ids;

    @Override
    public Integer call() throws IOException {
        int code = ExitCode.OK;
        try (DeadLetterBox box =
                new DeadLetterBox(home.config(PlatformConfig.KAFKA).kafka())) {
            for (DeadLetterId id : ids) {
                try {
                    box.retry(id, any -> true, Patience.of(PATIENCE));
                    System.out.println(id + " was sent again");
                } catch (NotRetriedException | UnavailableException e) {
                    System.err.println("fusion: " + e.getMessage());
                    code = ExitCode.SOFTWARE;
                }
            }
        }
        return code;
    }
}
