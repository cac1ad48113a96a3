package com.fusioncommerce.platform.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCommandTest {
    @TempDir
    Path data;

    @Test
    void what_a_killed_process_had_unpacked_is_gone_when_the_next_one_starts() throws IOException {
        Path left = Files.createDirectories(data.resolve("tmp/native"));
        Files.writeString(left.resolve("library.so"), "left");

        List<String> command = JavaCommand.in(data, "64m").main("a.jar", "a.Main");

        assertThat(data.resolve("tmp")).isEmptyDirectory();
        assertThat(command).contains("-Djava.io.tmpdir=" + data.resolve("tmp"), "-Xmx64m");
    }
}
