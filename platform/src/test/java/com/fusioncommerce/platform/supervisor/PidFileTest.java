package com.fusioncommerce.platform.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    private Path run;

    private Process process;

    @BeforeEach
    void start() throws Exception {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void finds_the_process_again() throws Exception {
        PidFile.of("kafka", process, 0, Duration.ofSeconds(5)).writeTo(run);

        assertThat(PidFile.in(run)).singleElement().satisfies(file -> {
            assertThat(file.part()).isEqualTo("kafka");
            assertThat(file.process())
                    .hasValueSatisfying(found -> assertThat(found.pid()).isEqualTo(process.pid()));
        });
    }

    @Test
    void another_process_with_the_same_id_is_not_it() {
        PidFile before = new PidFile("kafka", process.pid(), 1_000_000, 0, 5_000);

        assertThat(before.process()).isEmpty();
    }

    @Test
    void a_process_that_is_gone_is_not_found() throws Exception {
        PidFile file = PidFile.of("kafka", process, 0, Duration.ofSeconds(5));
        process.destroyForcibly().waitFor();

        assertThat(file.process()).isEmpty();
    }

    @Test
    void a_torn_file_is_left_out() throws Exception {
        Files.writeString(run.resolve("kafka.pid"), "{\"part\":");

        assertThat(PidFile.in(run)).isEmpty();
    }

    @Test
    void leftovers_are_stopped_last_started_first() throws Exception {
        Process second = new ProcessBuilder("sleep", "600").start();
        PidFile.of("kafka", process, 0, Duration.ofSeconds(5)).writeTo(run);
        PidFile.of("api", second, 5, Duration.ofSeconds(5)).writeTo(run);
        RecordingWatcher watcher = new RecordingWatcher();

        assertThat(Leftovers.in(run)).hasSize(2);
        assertThat(Leftovers.stop(run, watcher)).isEqualTo(2);

        assertThat(watcher.events()).containsExactly("stopped api", "stopped kafka");
        assertThat(second.isAlive()).isFalse();
        assertThat(PidFile.in(run)).isEmpty();
    }

    @Test
    void memory_of_a_process_is_known() {
        assertThat(Processes.residentBytes(ProcessHandle.current().pid()).getAsLong())
                .isGreaterThan(10_000_000);
        assertThat(Processes.residentBytes(Long.MAX_VALUE)).isEmpty();
    }
}
