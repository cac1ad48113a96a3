package com.fusioncommerce.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void of_json_what_people_want_to_know_is_left() {
        assertThat(LogLine.readable("{\"time\":\"2026-01-01T00:00:00.000Z\",\"level\":\"ERROR\","
                        + "\"logger\":\"com.fusioncommerce.api.Main\",\"message\":\"cannot start\","
                        + "\"exception\":\"java.net.BindException: Address already in use\\n\\tat x\"}"))
                .isEqualTo("ERROR Main cannot start (java.net.BindException: Address already in use)");
    }

    @Test
    void other_lines_stay_as_they_are_but_not_without_end() {
        assertThat(LogLine.readable("Exception in thread \"main\"")).isEqualTo("Exception in thread \"main\"");
        assertThat(LogLine.readable("{not json")).isEqualTo("{not json");
        assertThat(LogLine.readable("x".repeat(1_000))).hasSize(242);
    }
}
