package com.fusioncommerce.platform.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.schemas.logs.LogFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every logging configuration in the repository writes the common JSON format and bounds the size of its files. */
class LogConfigurationsTest {
    private static final String OURS = "com/fusioncommerce/schemas/logs/appenders.xml";

    @Test
    void every_logback_configuration_takes_the_common_appenders() throws IOException {
        List<Path> found = configurations("logback");

        assertThat(found)
                .extracting(file -> file.getFileName().toString())
                .contains("logback.xml", "flink-logback.xml", "supervisor-logback.xml");
        for (Path file : found) {
            // The command line's configuration prints for people.
            if (!file.endsWith("fusion-logback.xml")) {
                assertThat(file)
                        .content()
                        .contains("<include resource=\"" + OURS + "\"/>")
                        .doesNotContain("<appender ");
            }
        }
        assertThat(HomeOption.root().resolve("schemas/src/main/resources/" + OURS))
                .content()
                .contains(
                        "JsonLogEncoder", "RollingFileAppender", "FixedWindowRollingPolicy", "<maxIndex>4</maxIndex>");
    }

    @Test
    void every_log4j_configuration_writes_the_common_shape_and_is_rotated() throws IOException {
        List<Path> found = configurations("log4j2");

        assertThat(found).hasSizeGreaterThanOrEqualTo(2);
        for (Path file : found) {
            String text = Files.readString(file).replace("&quot;", "\"");
            assertThat(text)
                    .as(file.toString())
                    .contains("RollingFile", "SizeBasedTriggeringPolicy", "16MB", "DefaultRolloverStrategy")
                    .contains("${env:FUSION_LOG_FILE:-")
                    .doesNotContain("Console");
            for (String field : LogFields.ALL) {
                assertThat(text).as(file.toString()).contains("\"" + field + "\":");
            }
        }
    }

    private static List<Path> configurations(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(HomeOption.root())) {
            return files.filter(file -> file.toString().contains("/src/main/"))
                    .filter(file ->
                            file.getFileName().toString().matches(".*" + kind + ".*\\.(xml|properties|json|yaml)"))
                    .toList();
        }
    }
}
