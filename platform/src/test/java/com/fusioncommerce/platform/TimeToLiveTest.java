package com.fusioncommerce.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeToLiveTest {
    private final TimeToLive reader = new TimeToLive();

    @Test
    void seconds_minutes_hours_and_days_are_understood() {
        assertThat(reader.convert("30s")).hasSeconds(30);
        assertThat(reader.convert("15m")).hasMinutes(15);
        assertThat(reader.convert("8h")).hasHours(8);
        assertThat(reader.convert("7d")).hasDays(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "h", "-1h", "0s", "8 h", "1w", "3651d", "999999h"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> reader.convert(text)).isInstanceOf(picocli.CommandLine.TypeConversionException.class);
    }
}
