package com.fusioncommerce.platform.deadletters;

import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.streams.deadletters.DeadLetterBox;
import com.fusioncommerce.streams.deadletters.DeadLetterId;
import com.fusioncommerce.streams.query.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows one whole: why it lies there, its headers, what it says.")
final class ShowDeadLetter implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private HomeOption home;

    @Parameters(
            paramLabel = "ID",
            converter = DeadLetterIdConverter.class,
            description = "Its id, as listed: topic@offset.")
    private DeadLetterId id;

    @Override
    public Integer call() throws IOException {
        PlatformConfig config = home.config(PlatformConfig.KAFKA, PlatformConfig.REGISTRY_URL);
        Optional<DeadLetterBox.Found> found;
        try (DeadLetterBox box = new DeadLetterBox(config.kafka())) {
            found = box.find(id, Patience.of(PATIENCE));
        }
        if (found.isEmpty()) {
            System.err.println("fusion: there is no dead letter " + id);
            return ExitCode.SOFTWARE;
        }
        AvroCodec codec = new AvroCodec(SchemaRegistry.connect(config.registry()));
        System.out.print(DeadLetterText.whole(found.get(), codec));
        return ExitCode.OK;
    }
}
