package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 2.55, GBP, 255",
        "3, 0.4250, GBP, 128", // 127.5 to even
        "1, 0.0050, GBP, 0", // half of a penny to even
        "1, 0.0150, GBP, 2",
        "1, 0.0149, GBP, 1",
        "-1, 0.0150, GBP, -2",
        "-1, 0.0050, GBP, 0",
        "80995, 2.08, GBP, 16846960",
        "2, 150.5000, JPY, 301",
        "1, 150.5000, JPY, 150",
        "1, 1.2345, KWD, 1234", // 1234.5 to even
        "1, 1.2355, KWD, 1236",
        "3, 1.2345, CLF, 37035",
    })
    void lines_are_rounded_half_even_to_minor_units(long quantity, BigDecimal price, String currency, long minor) {
        assertThat(Amounts.lineTotal(quantity, Amounts.unitPrice(price), currency))
                .isEqualTo(minor);
    }

    @Property
    void a_line_total_is_what_decimal_arithmetic_says(
            @ForAll @IntRange(min = -9_000, max = 9_000) int quantity,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long price) {
        for (String currency : new String[] {"GBP", "JPY", "KWD", "CLF"}) {
            int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
            long expected = Amounts.decimalPrice(price)
                    .multiply(BigDecimal.valueOf(quantity))
                    .setScale(decimals, RoundingMode.HALF_EVEN)
                    .unscaledValue()
                    .longValueExact();
            assertThat(Amounts.lineTotal(quantity, price, currency)).isEqualTo(expected);
        }
    }

    @Property
    void a_price_survives_its_decimal_form(@ForAll long price) {
        assertThat(Amounts.unitPrice(Amounts.decimalPrice(price))).isEqualTo(price);
    }

    @Test
    void a_total_that_does_not_fit_is_an_error_and_no_wrong_number() {
        assertThatThrownBy(() -> Amounts.lineTotal(Long.MAX_VALUE, 2, "GBP")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void nothing_is_counted_beyond_what_every_reader_has_exactly() {
        assertThat(Amounts.MOST).isEqualTo(9_007_199_254_740_990L);
        assertThat((long) (double) Amounts.MOST).isEqualTo(Amounts.MOST);
        assertThat(Amounts.lineTotal(1_000_000, Amounts.unitPrice(new BigDecimal("90071992.54")), "GBP"))
                .isEqualTo(9_007_199_254_000_000L);
        assertThatThrownBy(() -> Amounts.lineTotal(1_000_000, Amounts.unitPrice(new BigDecimal("90071992.55")), "GBP"))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Amounts.lineTotal(2, Amounts.MOST, "CLF")).isInstanceOf(ArithmeticException.class);
        assertThat(Amounts.sum(Amounts.MOST - 1, 1)).isEqualTo(Amounts.MOST);
        assertThatThrownBy(() -> Amounts.sum(Amounts.MOST, 1)).isInstanceOf(ArithmeticException.class);
        assertThat(Amounts.isUnitPrice(Amounts.MOST)).isTrue();
        assertThat(Amounts.isUnitPrice(Amounts.MOST + 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00001", "1.23456", "1e30"})
    void prices_of_more_than_four_decimals_or_digits_that_do_not_fit_are_refused(BigDecimal price) {
        assertThatThrownBy(() -> Amounts.unitPrice(price)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void amounts_are_shown_with_the_decimals_of_their_currency() {
        assertThat(Amounts.decimal(255, "GBP")).isEqualTo("2.55");
        assertThat(Amounts.decimal(255, "JPY")).isEqualTo("255");
        assertThat(Amounts.decimal(255, "KWD")).isEqualTo("0.255");
        assertThat(Amounts.decimalPrice(25_500)).isEqualTo("2.5500");
    }

    @Test
    void only_currencies_with_an_amount_count_as_currencies() {
        assertThat(Amounts.isCurrency("GBP")).isTrue();
        assertThat(Amounts.isCurrency("GBX")).isFalse();
        assertThat(Amounts.isCurrency("gbp")).isFalse();
        assertThat(Amounts.isCurrency("XXX")).isFalse();
        assertThat(Amounts.isCurrency("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HRK", "BGN", "ANG", "ZWL", "SLL", "CUC", "DEM", "VEF", "XAU", "XTS", "XDR"})
    void a_currency_that_was_withdrawn_or_is_none_is_refused(String code) {
        assertThat(Amounts.isCurrency(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"UYW, 4", "CLF, 4", "UYI, 0", "SLE, 2", "VED, 2", "ZWG, 2", "XCG, 2", "XAD, 2", "BHD, 3", "EUR, 2"})
    void a_currency_in_use_has_the_decimals_of_the_standard(String code, int decimals) {
        assertThat(Amounts.isCurrency(code)).isTrue();
        assertThat(Amounts.decimals(code)).isEqualTo(decimals);
        assertThat(Amounts.lineTotal(1, 10_000, code)).isEqualTo((long) Math.pow(10, decimals));
    }

    @Test
    void decimals_are_those_of_the_platform_wherever_it_knows_them() {
        for (String code : Amounts.currencies()) {
            Currency.getAvailableCurrencies().stream()
                    .filter(currency -> currency.getCurrencyCode().equals(code))
                    .forEach(currency ->
                            assertThat(Amounts.decimals(code)).as(code).isEqualTo(currency.getDefaultFractionDigits()));
        }
    }

    @Test
    void amounts_recorded_in_a_currency_that_was_withdrawn_later_can_still_be_shown() {
        assertThat(Amounts.decimal(255, "HRK")).isEqualTo("2.55");
    }
}
