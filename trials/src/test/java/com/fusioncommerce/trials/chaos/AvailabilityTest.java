package com.fusioncommerce.trials.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.trials.chaos.Samples.Sample;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final long FROM = ms(1_000);
    private static final long TO = ms(5_000);

    @Test
    void shares_are_of_what_was_sent_meanwhile() {
        Availability availability = Availability.between(
                List.of(
                        answered(900, 950),
                        answered(1_000, 1_050),
                        new Sample(true, ms(2_000), ms(2_900), false, true),
                        new Sample(true, ms(3_000), ms(9_900), false, false),
                        answered(4_000, 4_050),
                        answered(5_000, 5_050)),
                FROM,
                TO);

        assertThat(availability.sent()).isEqualTo(4);
        assertThat(availability.firstTry()).isEqualTo(0.5);
        assertThat(availability.answered()).isEqualTo(0.75);
    }

    @Test
    void the_gap_is_between_answers_from_the_beginning_to_the_end() {
        assertThat(gap(answered(1_000, 1_500), answered(1_400, 4_000))).isEqualTo(2_500);
        assertThat(gap(answered(1_000, 4_900))).isEqualTo(3_900);
        assertThat(gap(answered(1_000, 1_100))).isEqualTo(3_900);
        assertThat(gap()).isEqualTo(4_000);
    }

    @Test
    void an_answer_to_what_was_sent_before_ends_a_gap() {
        assertThat(gap(answered(500, 3_000))).isEqualTo(2_000);
    }

    private static long gap(Sample... samples) {
        return Availability.between(List.of(samples), FROM, TO).longestGapMs();
    }

    private static Sample answered(long sentMs, long endedMs) {
        return new Sample(true, ms(sentMs), ms(endedMs), true, true);
    }

    private static long ms(long milliseconds) {
        return TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }
}
