package com.fusioncommerce.platform.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveModelsTest {
    private static final String NAME = "flink_taskmanager_job_task_operator_model_version_pinned_fallback";

    @Test
    void a_model_that_stands_in_for_the_pinned_one_is_named_once() {
        String sample = NAME + "{host=\"h\",model=\"fraud\",operator_id=\"1\",pinned=\"7\",version=\"2\"} 1.0\n";

        assertThat(LiveModels.inText("# TYPE " + NAME + " gauge\n" + sample + sample.replace("id=\"1\"", "id=\"2\"")))
                .containsExactly("fraud model 2 scores, since the pinned version 7 is refused: Flink's log says why");
    }

    @Test
    void a_model_that_is_pinned_is_no_news() {
        assertThat(LiveModels.inText(NAME + "{model=\"fraud\",pinned=\"2\",version=\"2\"} 0.0\n"))
                .isEmpty();
    }
}
