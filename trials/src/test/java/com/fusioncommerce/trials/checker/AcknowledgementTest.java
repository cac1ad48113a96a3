package com.fusioncommerce.trials.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgementTest {
    private static final String WHOLE =
            "{\"id\":\"1\",\"kind\":\"PRODUCT\",\"key\":\"acme/MUG\",\"status\":201,\"at\":1}";

    @TempDir
    private Path directory;

    private Path journal(String text) throws IOException {
        return Files.writeString(directory.resolve("journal.jsonl"), text);
    }

    @Test
    void a_last_line_that_was_cut_short_does_not_count() throws IOException {
        assertThat(Acknowledgement.read(journal(WHOLE + "\n{\"id\":"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", WHOLE, "{\"id\":"})
    void a_journal_without_a_whole_line_proves_nothing(String text) throws IOException {
        Path journal = journal(text);

        assertThatThrownBy(() -> Acknowledgement.read(journal))
                .isInstanceOf(CheckFailedException.class)
                .hasMessageContaining(journal + " has no whole line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "nonsense", "", "{\"id\":\"1\",\"kind\":\"PRODUCT\"}"})
    void a_broken_line_is_a_failure_that_names_it(String line) throws IOException {
        Path journal = journal(WHOLE + "\n" + line + "\n");

        assertThatThrownBy(() -> Acknowledgement.read(journal))
                .isInstanceOf(CheckFailedException.class)
                .hasMessageContaining("line 2 of the journal " + journal);
    }

    @Test
    void what_is_no_file_is_a_failure() {
        for (Path wrong : List.of(directory, directory.resolve("missing"))) {
            assertThatThrownBy(() -> Acknowledgement.read(wrong))
                    .isInstanceOf(CheckFailedException.class)
                    .hasMessageContaining("journal " + wrong);
        }
    }
}
