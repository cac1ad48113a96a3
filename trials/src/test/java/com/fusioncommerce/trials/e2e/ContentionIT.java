package com.fusioncommerce.trials.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.trials.bench.contention.Contention;
import com.fusioncommerce.trials.bench.contention.Round;
import com.fusioncommerce.trials.bench.report.Check;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The short form of {@code fusion bench contention}. */
@ExtendWith(SharedPlatform.class)
class ContentionIT {

    @Test
    void of_500_buyers_of_100_units_100_get_one_and_400_are_told_that_there_are_too_few(Running platform)
            throws IOException {
        assertAllHold(platform, new Round("500 buyers, 100 units", 1, 1, 100, 500, 500, 1));
    }

    @Test
    void orders_of_many_lines_over_several_pools_hold_what_they_were_told_and_nothing_else(Running platform)
            throws IOException {
        assertAllHold(platform, new Round("20 SKUs, 5 lines, 4 pools", 20, 4, 5, 200, 50, 5));
    }

    private static void assertAllHold(Running platform, Round round) throws IOException {
        assertThat(new Contention(platform.config()).play(round).checks())
                .allSatisfy(
                        check -> assertThat(check.passed()).as(describe(check)).isTrue());
    }

    private static String describe(Check check) {
        return check.name() + ": " + check.detail();
    }
}
