package com.fusioncommerce.models.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EuroRatesTest {
    @Test
    void amounts_come_in_minor_units_and_go_in_euro_cents() {
        assertThat(EuroRates.cents(1_234, "EUR")).hasValue(1_234);
        assertThat(EuroRates.cents(1_000, "JPY")).hasValue(547);
        assertThat(EuroRates.cents(1_000, "GBP")).hasValue(1_156);
        assertThat(EuroRates.cents(0, "USD")).hasValue(0);
    }

    @Test
    void a_currency_without_a_rate_comes_to_nothing_that_is_known() {
        assertThat(EuroRates.cents(1_000, "KES")).isEmpty();
        assertThat(EuroRates.euros("KES")).isEmpty();
    }
}
