package com.fusioncommerce.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryArgumentsTest {
    private static final QueryArguments ACME = QueryArguments.ofTenant("acme");

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Acme", "acme/other", "acme' OR '1'='1"})
    void none_can_be_asked_without_a_proper_tenant(String tenant) {
        assertThatThrownBy(() -> QueryArguments.ofTenant(tenant)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_window_goes_to_druid_as_iso_times() {
        QueryArguments arguments =
                ACME.between(Instant.parse("2011-12-01T00:00:00Z"), Instant.parse("2011-12-02T00:00:00.123456Z"));

        assertThat(arguments.valueOf(Parameter.FROM)).isEqualTo("2011-12-01T00:00:00Z");
        assertThat(arguments.valueOf(Parameter.UNTIL)).isEqualTo("2011-12-02T00:00:00.123Z");
    }

    @Test
    void a_step_is_a_duration_or_a_period_longer_than_nothing() {
        assertThat(ACME.period(Duration.ofMinutes(5)).valueOf(Parameter.PERIOD)).isEqualTo("PT5M");
        assertThat(ACME.period(Period.ofMonths(1)).valueOf(Parameter.PERIOD)).isEqualTo("P1M");
        assertThatThrownBy(() -> ACME.period(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ACME.period(Period.ofDays(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_zone_goes_to_druid_by_its_name() {
        assertThat(ACME.zone(ZoneId.of("America/New_York")).valueOf(Parameter.ZONE))
                .isEqualTo("America/New_York");
    }

    @Test
    void at_least_one_row_is_asked_for() {
        assertThat(ACME.limit(1).valueOf(Parameter.LIMIT)).isEqualTo(1);
        assertThatThrownBy(() -> ACME.limit(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_missing_argument_is_named() {
        assertThatThrownBy(() -> ACME.valueOf(Parameter.CURRENCY)).hasMessageContaining("currency");
    }

    @Test
    void arguments_do_not_change() {
        QueryArguments first = ACME.currency("GBP");
        QueryArguments second = first.currency("EUR");

        assertThat(first.valueOf(Parameter.CURRENCY)).isEqualTo("GBP");
        assertThat(second.valueOf(Parameter.CURRENCY)).isEqualTo("EUR");
    }
}
