package com.fusioncommerce.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.models.scoring.FraudModel;
import com.fusioncommerce.models.scoring.Model;
import com.fusioncommerce.models.scoring.ModelRepository;
import com.fusioncommerce.models.training.Segment.Stopped;
import com.fusioncommerce.models.training.TrainingPlan.Part;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the shipped model on a seed and months that neither training nor tuning nor the README used. */
class HonestSegmentsTest {
    private static final Part HELD_OUT = new Part(77, 60_000, Instant.parse("2026-09-01T00:00:00Z"), 28);
    private static Examples examples;
    private static float[] scores;

    @BeforeAll
    static void score() {
        examples = SimulatedHistory.of(TrainingPlan.shipped(), HELD_OUT);
        try (Model model = FraudModel.load(new ModelRepository(Path.of("models")), FraudModel.RELEASED)) {
            float[][] rows = examples.all().stream().map(Example::features).toArray(float[][]::new);
            scores = new float[rows.length];
            int at = 0;
            for (var score : model.score(rows)) {
                scores[at++] = score.value();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Segment.class)
    void at_most_one_honest_order_in_a_thousand_is_stopped_of_every_kind_of_people(Segment segment) {
        Stopped stopped = segment.of(examples, scores, ModelReadme.GATE);

        assertThat(stopped.orders()).as("orders %s", segment.text).isGreaterThan(1_000);
        assertThat(stopped.share()).as("%s: %s", segment.text, stopped).isLessThanOrEqualTo(Segment.BOUND);
    }

    @Test
    void four_frauds_in_ten_are_stopped_still_and_the_rules_of_thumb_are_beaten_by_far() {
        Quality model = new Quality(scores, examples.fraudulent());
        Quality rules = new Quality(RuleBaseline.score(examples), examples.fraudulent());

        assertThat(model.at(ModelReadme.GATE).recall()).isGreaterThan(0.4);
        assertThat(model.at(ModelReadme.GATE).precision()).isGreaterThan(0.98);
        assertThat(model.averagePrecision()).isGreaterThan(rules.averagePrecision() + 0.3);
        assertThat(model.areaUnderRoc()).isGreaterThan(rules.areaUnderRoc());
    }
}
