package com.fusioncommerce.models.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulationRandomTest {
    private static final int MANY = 100_000;

    private final SimulationRandom random = new SimulationRandom(1234567);

    @Test
    void is_split_mix_64_as_published() {
        assertThat(LongValues.of(random, 3))
                .containsExactly(6457827717110365317L, 3203168211198807973L, -8629252141511181193L);
    }

    @Test
    void uniform_numbers_fill_the_unit_interval_evenly() {
        double[] values = DoubleStream.generate(random::uniform).limit(MANY).toArray();

        assertThat(DoubleStream.of(values).average().orElseThrow()).isCloseTo(0.5, within(0.01));
        assertThat(DoubleStream.of(values))
                .allSatisfy(value -> assertThat(value).isBetween(0.0, 0.9999999999999999));
    }

    @Test
    void gaussian_numbers_have_mean_zero_and_variance_one() {
        double[] values = DoubleStream.generate(random::gaussian).limit(MANY).toArray();

        assertThat(DoubleStream.of(values).average().orElseThrow()).isCloseTo(0, within(0.02));
        assertThat(DoubleStream.of(values).map(value -> value * value).average().orElseThrow())
                .isCloseTo(1, within(0.03));
    }

    @Test
    void waiting_times_have_their_mean() {
        double mean = IntStream.range(0, MANY)
                .mapToLong(i -> random.exponential(Duration.ofHours(1)).toMillis())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(3_600_000, within(60_000.0));
    }

    @Test
    void whole_numbers_reach_both_ends() {
        assertThat(IntStream.range(0, 1_000)
                        .map(i -> random.between(2, 4))
                        .distinct()
                        .sorted())
                .containsExactly(2, 3, 4);
    }

    private static final class LongValues {
        static long[] of(SimulationRandom random, int count) {
            return java.util.stream.LongStream.generate(random::nextLong)
                    .limit(count)
                    .toArray();
        }
    }
}
