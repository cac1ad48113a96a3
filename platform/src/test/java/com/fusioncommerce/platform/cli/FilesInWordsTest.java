package com.fusioncommerce.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.resources.Reasons;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error messages about unusable files name the file and the problem. */
class FilesInWordsTest {
    @TempDir
    private Path directory;

    @Test
    void what_is_no_file_that_can_be_read_is_refused() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("folder.csv"));
        Path empty = Files.createFile(directory.resolve("empty.csv"));
        Path missing = directory.resolve("missing.csv");
        Path dangling = Files.createSymbolicLink(directory.resolve("dangling.csv"), missing);

        assertThatThrownBy(() -> InputFiles.requireReadable(folder)).hasMessage(folder + " is a directory, not a file");
        assertThatThrownBy(() -> InputFiles.requireReadable(empty)).hasMessage(empty + " is empty");
        assertThatThrownBy(() -> InputFiles.requireReadable(missing)).hasMessage("there is no file " + missing);
        assertThatThrownBy(() -> InputFiles.requireReadable(dangling)).hasMessage("there is no file " + dangling);
    }

    @Test
    void one_that_belongs_to_somebody_else_is_refused() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.csv"), "text");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(secret), "root reads everything");

        assertThatThrownBy(() -> InputFiles.requireReadable(secret))
                .hasMessage(secret + " cannot be read: permission denied");
    }

    @Test
    void messages_that_are_but_a_path_get_words() {
        assertThat(Reasons.of(new NoSuchFileException("/a/b"))).isEqualTo("/a/b: there is no such file or directory");
        assertThat(Reasons.of(new AccessDeniedException("/a/b"))).isEqualTo("/a/b: permission denied");
        assertThat(Reasons.of(new IOException("full"))).isEqualTo("full");
        assertThat(Reasons.of(new IOException())).contains("IOException");
    }
}
