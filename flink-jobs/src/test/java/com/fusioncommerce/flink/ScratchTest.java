package com.fusioncommerce.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    Path root;

    @Test
    void what_a_killed_process_left_is_gone_when_the_next_one_starts() throws IOException {
        String before = System.getProperty("java.io.tmpdir");
        Path folder = Files.createDirectories(root.resolve("scratch"));
        Files.writeString(folder.resolve("library.so"), "left");
        try {
            Scratch.use(folder);

            assertThat(folder).isEmptyDirectory();
            assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(folder.toString());
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }
}
