package com.fusioncommerce.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {
    @TempDir
    Path folder;

    private Path store() throws IOException {
        Path store = Files.createDirectories(folder.resolve("app/2_0/rocksdb/orders"));
        Files.writeString(store.resolve("CURRENT"), "something");
        Files.createDirectories(folder.resolve("app/global"));
        Files.writeString(folder.resolve("app/kafka-streams-process-metadata"), "{}");
        return store;
    }

    private LocalState state() {
        return new LocalState(folder.resolve("app"));
    }

    @Test
    void what_was_closed_is_kept() throws IOException {
        state().open();
        Path store = store();
        state().closed();
        state().open();
        assertThat(store.resolve("CURRENT")).hasContent("something");
    }

    @Test
    void what_was_killed_goes_but_not_who_it_was() throws IOException {
        state().open();
        store();
        state().open();
        assertThat(folder.resolve("app/2_0")).doesNotExist();
        assertThat(folder.resolve("app/global")).isDirectory();
        assertThat(folder.resolve("app/kafka-streams-process-metadata")).exists();
    }

    @Test
    void what_was_there_before_there_were_marks_is_left_to_kafka_streams() throws IOException {
        Path store = store();
        state().open();
        assertThat(store).isDirectory();
    }
}
