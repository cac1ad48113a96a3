package com.fusioncommerce.platform.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.Fusion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
    private static final LogFilter ALL = new LogFilter(null, null, LogFilter.Level.TRACE, null);

    @TempDir
    private Path home;

    private Logs logs;

    @BeforeEach
    void write() throws IOException {
        Path directory = Files.createDirectories(home.resolve("log"));
        Files.createDirectories(home.resolve("run"));
        logs = new Logs(directory);
        Files.writeString(directory.resolve("api.log.1"), line(1, "INFO", "c1", "acme", "accepted"));
        Files.writeString(
                directory.resolve("api.log"),
                line(4, "INFO", "c1", "acme", "confirmed") + "no json\n" + line(5, "WARN", "", "", "slow: c1")
                        + "{\"time\":\"2026-01-01T00:00");
        Files.writeString(directory.resolve("flink.log"), line(3, "INFO", "c1", "acme", "scored"));
        Files.writeString(
                directory.resolve("kafka.log"),
                line(2, "ERROR", "", "", "down") + line(6, "INFO", "c2", "other", "up"));
        Files.writeString(directory.resolve("kafka.out"), "OpenJDK warning\n");
    }

    private static String line(int second, String level, String correlationId, String tenant, String message) {
        return "{\"time\":\"2026-01-01T00:00:0" + second + ".000Z\",\"level\":\"" + level
                + "\",\"logger\":\"a.b.C\",\"thread\":\"t\",\"correlationId\":\"" + correlationId + "\",\"tenant\":\""
                + tenant + "\",\"message\":\"" + message + "\",\"exception\":\"\"}\n";
    }

    @Test
    void what_a_request_set_in_motion_is_in_the_order_of_time_over_parts_and_rotated_files() throws IOException {
        assertThat(messages(100, new LogFilter("c1", null, LogFilter.Level.TRACE, null)))
                .containsExactly("accepted", "scored", "confirmed");
    }

    @Test
    void records_are_chosen_by_tenant_level_and_time() throws IOException {
        assertThat(messages(100, new LogFilter(null, "other", LogFilter.Level.TRACE, null)))
                .containsExactly("up");
        assertThat(messages(100, new LogFilter(null, null, LogFilter.Level.WARN, null)))
                .containsExactly("down", "slow: c1");
        assertThat(messages(
                        100, new LogFilter(null, null, LogFilter.Level.TRACE, Instant.parse("2026-01-01T00:00:05Z"))))
                .containsExactly("slow: c1", "up");
    }

    @Test
    void the_last_are_shown_where_there_are_more() throws IOException {
        assertThat(messages(2, ALL)).containsExactly("slow: c1", "up");
    }

    @Test
    void a_part_without_a_log_is_said() {
        assertThat(Fusion.run("logs", "--home", home.toString(), "druid")).isEqualTo(1);
        assertThat(Fusion.run("logs", "--home", home.toString(), "--since", "yesterday"))
                .isEqualTo(2);
        assertThat(Fusion.run("logs", "--home", home.toString(), "--correlation", "c1", "--since", "1h"))
                .isZero();
    }

    private List<String> messages(int most, LogFilter filter) throws IOException {
        return logs.last(most, logs.parts(), filter).stream()
                .map(found -> found.text("message"))
                .toList();
    }
}
