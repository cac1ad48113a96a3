package com.fusioncommerce.platform.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    @Test
    void what_is_not_finished_shows_how_far_it_came() {
        String shown = show(false, 4, 1, 1);

        assertThat(shown).contains("orders", "[###############...............]", "2/4", "ETA");
    }

    @Test
    void what_is_finished_shows_how_long_it_took() {
        assertThat(show(false, 2, 0, 2)).contains("[##############################]", "2/2", "in 0 s");
        assertThat(show(false, 0, 0, 0)).contains("0/0");
    }

    @Test
    void only_a_terminal_gets_lines_that_redraw_themselves() {
        assertThat(show(false, 2, 0, 2)).doesNotContain("\r");
        assertThat(show(true, 2, 0, 2)).startsWith("\r");
    }

    private static String show(boolean live, int total, int before, int steps) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProgressBar bar = new ProgressBar(new PrintStream(bytes, true, UTF_8), live);
        bar.begin("orders", total, before);
        for (int i = 0; i < steps; i++) {
            bar.step();
        }
        bar.end();
        return bytes.toString(UTF_8);
    }
}
