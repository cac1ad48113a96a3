package com.fusioncommerce.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void what_runs_in_the_background_is_stopped_by_a_command_which_the_last_line_names() {
        String detached = Summary.of(List.of(), Duration.ofSeconds(31), " --home /srv/shop", true);

        assertThat(detached)
                .contains("READY after 31.0 s")
                .contains(Summary.DETACHED)
                .endsWith("`./fusion down --home /srv/shop`; what it runs shows `./fusion status --home /srv/shop`.")
                .doesNotContain("Ctrl-C");
    }

    @Test
    void what_has_a_terminal_is_stopped_there_too() {
        assertThat(Summary.of(List.of(), Duration.ZERO, "", false))
                .endsWith("Stop it with Ctrl-C or `./fusion down`; what it runs shows `./fusion status`.");
    }
}
