package com.fusioncommerce.trials.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.trials.checker.Acknowledgement;
import com.fusioncommerce.trials.e2e.SharedPlatform;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPlatform.class)
class ChaosIT {
    private static final long SEED = 5;
    private static final int FAULTS = 2;

    @TempDir
    private Path directory;

    @Test
    void nothing_is_lost_doubled_or_oversold_when_the_api_and_flink_are_killed_under_load(Running running)
            throws IOException {
        ChaosSettings settings = new ChaosSettings(
                SEED,
                Duration.ofMinutes(5),
                20,
                FaultChoice.parse("kill:api,kill:flink"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofMinutes(3),
                Duration.ofMinutes(3));
        Path journal = directory.resolve("acknowledged.jsonl");
        AtomicInteger recovered = new AtomicInteger();
        ChaosReport report;
        try (MachineCapabilities means = MachineCapabilities.none()) {
            report = new Chaos(settings, running.platform(), means, "chaos", () -> recovered.get() == FAULTS, said -> {
                        if (said.contains("well again")) {
                            recovered.incrementAndGet();
                        }
                    })
                    .run(journal);
        }

        assertThat(report.green()).as(ChaosText.of(report, "fusion chaos")).isTrue();
        assertThat(report.rounds())
                .extracting(ChaosReport.Round::fault)
                .containsExactlyInAnyOrder("kill -9 of api", "kill -9 of flink");
        assertThat(report.acknowledged()).isPositive();
        assertThat(Acknowledgement.read(journal)).hasSize(report.acknowledged());
    }
}
