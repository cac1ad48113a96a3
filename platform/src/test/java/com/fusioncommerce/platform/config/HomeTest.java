package com.fusioncommerce.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path directory;

    @Test
    void each_thing_has_its_place() {
        Home home = new Home(directory);

        assertThat(home.data("kafka")).isEqualTo(directory.resolve("data/kafka"));
        assertThat(home.logs()).isEqualTo(directory.resolve("log"));
        assertThat(home.run()).isEqualTo(directory.resolve("run"));
        assertThat(home.jwks()).isEqualTo(directory.resolve("keys/jwks.json"));
    }

    @Test
    void wiping_deletes_what_was_kept_but_not_the_lock() throws Exception {
        Home home = new Home(directory);
        for (Path kept : new Path[] {home.data("kafka/log"), home.logs(), home.keys(), home.run()}) {
            Files.createDirectories(kept);
            Files.writeString(kept.resolve("file"), "x");
        }

        home.wipe();

        assertThat(directory.resolve("data")).doesNotExist();
        assertThat(home.logs()).doesNotExist();
        assertThat(home.keys()).doesNotExist();
        assertThat(home.run().resolve("file")).exists();
        home.wipe();
    }
}
