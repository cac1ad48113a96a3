package com.fusioncommerce.trials.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrerequisitesTest {
    @TempDir
    private Path directory;

    @Test
    void everything_that_is_missing_is_named_before_anything_is_started() throws IOException {
        executable("node");

        assertThat(Prerequisites.missing(Set.of("fusion"), directory.toString(), false))
                .containsExactly("wrk");
        assertThat(Prerequisites.missing(Set.of("vendure", "fusion"), directory.toString(), false))
                .containsExactly("wrk", "npm", "PostgreSQL 15");
    }

    @Test
    void nothing_is_missing_where_all_is_there() throws IOException {
        executable("node");
        executable("wrk");
        executable("npm");

        assertThat(Prerequisites.missing(Set.of("vendure", "medusa", "fusion"), "/nowhere:" + directory, true))
                .isEmpty();
    }

    private void executable(String name) throws IOException {
        assertThat(Files.createFile(directory.resolve(name)).toFile().setExecutable(true))
                .isTrue();
    }
}
