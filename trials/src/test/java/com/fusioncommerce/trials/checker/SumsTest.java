package com.fusioncommerce.trials.checker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.trials.checker.Sums.Totals;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class SumsTest {
    @Test
    void sums_of_more_than_64_bits_are_exact() {
        Totals one = Totals.of("order.cancelled", Long.MAX_VALUE, Long.MAX_VALUE);
        BigInteger twice = BigInteger.valueOf(Long.MAX_VALUE).shiftLeft(1);

        assertThat(one.plus(one)).isEqualTo(new Totals(2, twice, twice, twice.negate(), twice.negate()));
    }
}
