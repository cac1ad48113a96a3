package com.fusioncommerce.schemas.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.event.KeyValuePair;

class JsonLogEncoderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LoggerContext context = new LoggerContext();

    @TempDir
    private Path directory;

    @Test
    void a_record_is_one_line_of_json_with_its_message_filled_in() {
        LoggingEvent event = event("said \"{}\"\n\tin \\ {}", "héllo\u0001", 7);
        event.setMDCPropertyMap(Map.of(LogFields.CORRELATION_ID, "c-1", LogFields.TENANT, "acme"));

        assertThat(encoded(event))
                .isEqualTo("{\"time\":\"2026-01-02T03:04:05.006Z\",\"level\":\"WARN\",\"logger\":\"a.Logger\","
                        + "\"thread\":\"main\",\"correlationId\":\"c-1\",\"tenant\":\"acme\","
                        + "\"message\":\"said \\\"héllo\\u0001\\\"\\n\\tin \\\\ 7\",\"exception\":\"\"}\n");
    }

    @Test
    void pairs_come_before_the_threads_context_and_others_are_fields() {
        LoggingEvent event = event("m");
        event.setMDCPropertyMap(Map.of(LogFields.TENANT, "other"));
        event.setKeyValuePairs(List.of(
                new KeyValuePair(LogFields.TENANT, "acme"),
                new KeyValuePair("status", 201),
                new KeyValuePair("route", "/v1/orders")));

        assertThat(encoded(event))
                .contains("\"tenant\":\"acme\"")
                .doesNotContain("other")
                .endsWith(",\"status\":201,\"route\":\"/v1/orders\"}\n");
    }

    @Test
    void an_exception_stays_on_the_line_and_is_bounded() {
        LoggingEvent event = new LoggingEvent(
                "",
                context.getLogger("a.Logger"),
                Level.ERROR,
                "m",
                new IllegalStateException("x".repeat(100_000)),
                null);
        event.setMDCPropertyMap(Map.of());

        assertThat(encoded(event))
                .contains("IllegalStateException")
                .hasSizeLessThan(20_000)
                .satisfies(line -> assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1));
    }

    @Test
    void a_file_is_rotated_and_old_ones_are_only_so_many() throws JoranException, IOException {
        Path file = directory.resolve("part.log");
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("FUSION_LOG_TO", "file");
        context.putProperty("FUSION_LOG_FILE", file.toString());
        context.putProperty("FUSION_LOG_FILE_SIZE", "1MB");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(("<configuration>"
                        + "<include resource=\"com/fusioncommerce/schemas/logs/appenders.xml\"/>"
                        + "<root level=\"INFO\"><appender-ref ref=\"file\"/></root></configuration>")
                .getBytes(UTF_8)));
        Logger log = context.getLogger("a.Logger");
        String text = "0123456789abcdef".repeat(900);
        for (int rotated = 1; rotated <= 6; rotated++) {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (Files.size(file) < 1 << 20) {
                assertThat(System.nanoTime()).isLessThan(until);
                log.info(text);
            }
            while (Files.size(file) >= 1 << 20) {
                assertThat(System.nanoTime()).isLessThan(until);
                log.info("one more");
            }
        }
        context.stop();

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(Files.readAllLines(aged(file, 4)).get(0))
                .startsWith("{\"time\":")
                .endsWith("}");
    }

    private static Path aged(Path file, int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }

    private LoggingEvent event(String message, Object... arguments) {
        LoggingEvent event = new LoggingEvent("", context.getLogger("a.Logger"), Level.WARN, message, null, arguments);
        event.setTimeStamp(1_767_323_045_006L);
        event.setThreadName("main");
        return event;
    }

    private static String encoded(LoggingEvent event) {
        return new String(new JsonLogEncoder().encode(event), UTF_8);
    }
}
