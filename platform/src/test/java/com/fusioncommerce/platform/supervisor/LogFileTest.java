package com.fusioncommerce.platform.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final byte[] TOO_MUCH = new byte[11 << 20];

    @TempDir
    private Path directory;

    @Test
    void the_tail_is_the_last_lines() throws Exception {
        LogFile log = LogFile.of(directory, "api");
        Files.writeString(log.path(), "a\n".repeat(50_000) + "b\nc\nd\n");

        assertThat(log.tail(2)).containsExactly("c", "d");
    }

    @Test
    void a_log_that_is_not_there_has_no_tail() throws Exception {
        assertThat(LogFile.of(directory, "api").tail(5)).isEmpty();
    }

    @Test
    void a_log_beyond_its_bound_is_set_aside_and_three_are_kept() throws Exception {
        LogFile log = LogFile.of(directory.resolve("deeper"), "api");
        for (int start = 0; start < 6; start++) {
            log.open();
            Files.write(log.path(), TOO_MUCH);
        }

        try (var files = Files.list(log.path().getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("api.log", "api.log.1", "api.log.2", "api.log.3");
        }
    }

    @Test
    void a_small_log_is_written_on() throws Exception {
        LogFile log = LogFile.of(directory, "api");
        Files.writeString(log.path(), "before\n");
        log.open();

        assertThat(log.tail(1)).containsExactly("before");
    }
}
