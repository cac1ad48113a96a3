package com.fusioncommerce.platform.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
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
    void its_files_are_listed_from_the_oldest_to_the_one_that_is_written() throws Exception {
        LogFile log = LogFile.of(directory, "api");
        for (String name : new String[] {"api.log", "api.log.1", "api.log.2", "api-2.log", "api.out"}) {
            Files.writeString(directory.resolve(name), "x");
        }

        assertThat(log.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("api.log.2", "api.log.1", "api.log");
    }

    @Test
    void what_a_process_prints_is_bounded_while_it_prints() throws Exception {
        OutputFile output = OutputFile.of(directory.resolve("deeper"), "api");
        output.open();
        try (OutputStream process =
                Files.newOutputStream(output.path(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int i = 0; i < 5; i++) {
                process.write(new byte[(int) OutputFile.BOUND]);
                process.write("last words\n".getBytes(UTF_8));
                output.cap();
                assertThat(output.path()).isEmptyFile();
            }
            process.write("after".getBytes(UTF_8));
        }

        assertThat(output.path()).hasContent("after");
        try (var files = Files.list(output.path().getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("api.out", "api.out.1");
        }
        assertThat(output.path().resolveSibling("api.out.1")).hasSize(OutputFile.BOUND);
        assertThat(new LogFile(output.path().resolveSibling("api.out.1"))
                        .tail(1)
                        .get(0))
                .endsWith("last words");
    }

    @Test
    void what_a_supervisor_prints_is_bounded_however_often_a_part_dies() throws Exception {
        OutputFile output = new OutputFile(directory.resolve("up.log"));
        Watcher watcher = output.cappedAfterDeaths(Watcher.silent());
        watcher.died("api", "killed by signal 9", List.of(), Duration.ZERO);
        Files.write(output.path(), new byte[(int) OutputFile.BOUND + 1]);

        watcher.died("api", "killed by signal 9", List.of(), Duration.ZERO);

        assertThat(output.path()).isEmptyFile();
    }

    @Test
    void output_that_cannot_be_bounded_is_told_of_and_stops_no_restart() throws Exception {
        OutputFile output = new OutputFile(directory.resolve("up.log"));
        Files.write(output.path(), new byte[(int) OutputFile.BOUND + 1]);
        Files.createDirectories(directory.resolve("up.log.1"));
        List<String> told = new ArrayList<>();
        Watcher watcher = output.cappedAfterDeaths(new Watcher() {
            @Override
            public void working(String part, String doing) {
                told.add(part + ": " + doing);
            }
        });

        watcher.died("api", "killed by signal 9", List.of(), Duration.ZERO);

        assertThat(told).singleElement().asString().startsWith("api: what it prints cannot be bounded");
    }
}
