package com.fusioncommerce.models.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
    @ParameterizedTest
    @CsvSource({
        "GB, GB",
        "gb, GB",
        "GBR, GB",
        "United Kingdom, GB",
        "EIRE, IE",
        "RSA, ZA",
        "USA, US",
        "Hong Kong, HK",
        "Czech Republic, CZ",
        "côte d'ivoire, CI",
        "Trinidad and Tobago, TT",
        "na, NA",
        "Namibia, NA"
    })
    void a_country_is_its_code(String text, String code) {
        assertThat(Countries.code(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"Unspecified", "European Community", "ZZ", "''", "-"})
    void what_names_no_country_is_unknown(String text) {
        assertThat(Countries.code(text)).isEqualTo(Countries.UNKNOWN);
    }

    @Test
    void a_name_that_is_no_countrys_is_equal_to_itself_however_it_is_written() {
        assertThat(Countries.code("Channel Islands"))
                .isEqualTo(Countries.code("CHANNEL-ISLANDS"))
                .isNotEqualTo(Countries.code("West Indies"));
    }

    @Test
    void every_iso_country_is_known_by_both_codes() {
        for (String code : Locale.getISOCountries()) {
            assertThat(Countries.code(code.toLowerCase(Locale.ROOT))).isEqualTo(code);
            assertThat(Countries.code(new Locale("", code).getISO3Country())).isEqualTo(code);
        }
    }
}
