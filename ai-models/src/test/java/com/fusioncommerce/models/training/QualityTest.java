package com.fusioncommerce.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fusioncommerce.models.training.Quality.Confusion;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QualityTest {
    @Test
    void perfect_scores_have_area_and_precision_one() {
        Quality quality = quality(new float[] {0.1f, 0.2f, 0.8f, 0.9f}, false, false, true, true);

        assertThat(quality.areaUnderRoc()).isEqualTo(1);
        assertThat(quality.averagePrecision()).isEqualTo(1);
    }

    @Test
    void scores_the_wrong_way_round_have_area_zero() {
        assertThat(quality(new float[] {0.9f, 0.1f}, false, true).areaUnderRoc())
                .isZero();
    }

    @Test
    void equal_scores_say_nothing() {
        Quality quality = quality(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, true, false, false, false);

        assertThat(quality.areaUnderRoc()).isEqualTo(0.5);
        assertThat(quality.averagePrecision()).isEqualTo(0.25);
    }

    @Test
    void a_known_case_has_its_published_values() {
        // Example of scikit-learn's documentation: y = [0, 0, 1, 1], scores = [0.1, 0.4, 0.35, 0.8]
        Quality quality = quality(new float[] {0.1f, 0.4f, 0.35f, 0.8f}, false, false, true, true);

        assertThat(quality.areaUnderRoc()).isEqualTo(0.75);
        assertThat(quality.averagePrecision()).isCloseTo(0.8333, within(0.0001));
    }

    @Property
    void the_area_is_the_share_of_pairs_in_the_right_order(
            @ForAll @Size(min = 2, max = 30) java.util.List<Boolean> labels, @ForAll long seed) {
        org.junit.jupiter.api.Assumptions.assumeTrue(labels.contains(true) && labels.contains(false));
        java.util.Random random = new java.util.Random(seed);
        float[] scores = new float[labels.size()];
        boolean[] fraudulent = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(8) / 8f;
            fraudulent[i] = labels.get(i);
        }
        assertThat(new Quality(scores, fraudulent).areaUnderRoc())
                .isCloseTo(shareOfPairs(scores, fraudulent), within(1e-9));
    }

    @Test
    void a_threshold_splits_orders_four_ways() {
        Confusion confusion = quality(new float[] {0.95f, 0.9f, 0.3f, 0.92f, 0.1f}, true, true, true, false, false)
                .at(0.9f);

        assertThat(confusion).isEqualTo(new Confusion(2, 1, 1, 1));
        assertThat(confusion.precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(confusion.recall()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(confusion.falsePositiveRate()).isEqualTo(0.5);
        assertThat(new Confusion(0, 0, 1, 1).precision()).isEqualTo(1);
    }

    @Test
    void quality_needs_both_kinds_of_orders() {
        assertThatThrownBy(() -> quality(new float[] {0.1f}, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> quality(new float[] {0.1f}, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> quality(new float[] {0.1f}, true, false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double shareOfPairs(float[] scores, boolean[] fraudulent) {
        double right = 0;
        double pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (fraudulent[i] && !fraudulent[j]) {
                    pairs++;
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }

    private static Quality quality(float[] scores, boolean... fraudulent) {
        return new Quality(scores, fraudulent);
    }
}
