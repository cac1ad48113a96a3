package com.fusioncommerce.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);

    private String shown() {
        return bytes.toString(UTF_8);
    }

    @Test
    void plainly_everything_gets_a_line() {
        PlainConsole console = new PlainConsole(out);
        console.working("kafka", "starting");
        console.ready("kafka", Duration.ofMillis(4_240), "");
        console.died("kafka", "killed by signal 9", List.of("last words"), Duration.ofSeconds(2));
        console.stopping("kafka");
        console.stopped("kafka", true);

        assertThat(shown().lines().map(line -> line.replaceFirst("^ +[\\d.]+ s  ", "")))
                .containsExactly(
                        "kafka      starting …",
                        "kafka      ready after 4.2 s",
                        "kafka      killed by signal 9, starting it again in 2.0 s; it last wrote:",
                        "      | last words",
                        "kafka      stopping …",
                        "kafka      did not stop in time and was killed");
    }

    @Test
    void in_a_terminal_a_part_keeps_its_line() {
        LiveConsole console = new LiveConsole(out, List.of("kafka", "api"));
        console.working("kafka", "starting");
        bytes.reset();
        console.ready("kafka", Duration.ofSeconds(4), "all well");

        assertThat(shown())
                .startsWith("\u001b[2A\u001b[J")
                .contains("kafka      ready after 4.0 s: all well", "api        waiting");
    }

    @Test
    void in_a_terminal_a_death_stands_above_the_parts() {
        LiveConsole console = new LiveConsole(out, List.of("kafka"));
        console.working("kafka", "starting");
        bytes.reset();
        console.died("kafka", "ended with exit code 1", List.of(), Duration.ofSeconds(1));

        assertThat(shown().indexOf("exit code 1")).isLessThan(shown().indexOf("kafka      starting"));
    }

    @Test
    void after_the_start_a_terminal_gets_lines_too() {
        LiveConsole console = new LiveConsole(out, List.of("kafka"));
        console.working("kafka", "starting");
        console.finish();
        bytes.reset();
        console.ready("kafka", Duration.ofSeconds(4), "");

        assertThat(shown()).contains("kafka      ready after 4.0 s").doesNotContain("\u001b[1A");
    }
}
