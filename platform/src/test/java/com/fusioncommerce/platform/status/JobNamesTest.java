package com.fusioncommerce.platform.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JobNamesTest {
    private static final Path JOBS =
            Path.of("..", "flink-jobs", "src", "main", "java", "com", "fusioncommerce", "flink");

    @Test
    void the_groups_that_status_takes_for_ours_are_those_of_the_jobs() throws IOException {
        assertThat(Files.readString(JOBS.resolve("fraud/FraudScoringJob.java")))
                .contains("NAME = \"" + StatusReader.FRAUD_SCORING + "\"");
        assertThat(Files.readString(JOBS.resolve("analytics/AnalyticsJob.java")))
                .contains("NAME = \"" + StatusReader.FACTS + "\"");
    }
}
