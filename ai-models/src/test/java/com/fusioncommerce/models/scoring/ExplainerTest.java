package com.fusioncommerce.models.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.models.scoring.ModelSignature.Column;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final ModelSignature SIGNATURE = new ModelSignature(
            "fake",
            "1",
            "hash",
            "in",
            "out",
            List.of(new Column("a", 0, "amount"), new Column("b", 0, "velocity"), new Column("c", 0, "velocity")),
            Map.of());

    private final FakeScorer scorer = new FakeScorer(row -> 0.1 + 0.2 * row[0] + 0.3 * Math.max(row[1], row[2]));
    private final Explainer explainer = new Explainer(SIGNATURE);

    @Test
    void the_reason_whose_absence_lowers_the_score_most_comes_first() {
        assertThat(explain(new float[][] {{1, 1, 1}})).containsExactly(List.of("velocity", "amount"));
    }

    @Test
    void a_reason_that_changes_nothing_is_none() {
        assertThat(explain(new float[][] {{2, 0, 0}})).containsExactly(List.of("amount"));
    }

    @Test
    void low_scores_get_no_reasons_and_all_rows_are_explained_in_one_batch() {
        assertThat(explain(new float[][] {{0, 1, 0}, {1, 1, 1}, {0, 0, 0}, {2, 0, 0}}))
                .containsExactly(List.of(), List.of("velocity", "amount"), List.of(), List.of("amount"));
        assertThat(scorer.batches).containsExactly(4, 4);
    }

    @Test
    void a_model_gives_score_and_reasons_together() {
        try (Model model = new Model(SIGNATURE, scorer)) {
            assertThat(model.score(new float[][] {{0, 0, 0}, {1, 1, 1}}))
                    .containsExactly(new Score(0.1f, List.of()), new Score(0.6f, List.of("velocity", "amount")));
        }
    }

    private List<List<String>> explain(float[][] rows) {
        return explainer.explain(scorer, rows, scorer.score(rows));
    }
}
