package com.fusioncommerce.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.cli.HomeOption;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class TrainCommandTest {
    @Test
    void nobody_at_a_terminal_gets_no_escape_codes_however_maven_ends() throws Exception {
        assertThat(said("-o", "-pl", "schemas", "validate")).isEmpty();
        assertThat(said("-o", "-pl", "nowhere", "validate")).contains("[ERROR]").doesNotContain("\u001b");
    }

    @Test
    void the_training_has_no_logging_and_is_not_warned_of_it() throws IOException {
        assertThat(Files.readString(HomeOption.root().resolve("ai-models/pom.xml")))
                .contains("<argument>-Dslf4j.internal.verbosity=ERROR</argument>");
    }

    private static String said(String... arguments) throws Exception {
        Process maven = TrainCommand.maven(HomeOption.root(), false, arguments)
                .redirectErrorStream(true)
                .start();
        maven.getOutputStream().close();
        String text = new String(maven.getInputStream().readAllBytes(), UTF_8);
        maven.waitFor();
        return text;
    }
}
