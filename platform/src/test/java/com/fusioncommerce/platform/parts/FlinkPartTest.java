package com.fusioncommerce.platform.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlinkPartTest {
    private static final String RUNNING =
            "{\"jid\":\"a\",\"state\":\"RUNNING\",\"tasks\":{\"running\":2,\"created\":0,\"initializing\":0}}";
    private static final String RESTORING =
            "{\"jid\":\"b\",\"state\":\"RUNNING\",\"tasks\":{\"running\":1,\"created\":0,\"initializing\":1}}";
    private static final String FAILED = "{\"jid\":\"c\",\"state\":\"FAILED\",\"tasks\":{\"running\":0}}";

    private static String overview(String jobs) {
        return "{\"jobs\":[" + jobs + "]}";
    }

    @Test
    void ready_means_that_every_task_of_every_job_runs() {
        assertThat(FlinkPart.allRun(overview(RUNNING + "," + RUNNING))).isTrue();
        assertThat(FlinkPart.allRun(overview(RUNNING + "," + RESTORING))).isFalse();
        assertThat(FlinkPart.allRun(overview(RUNNING + "," + FAILED))).isFalse();
    }

    @Test
    void a_flink_without_jobs_is_not_ready() {
        assertThat(FlinkPart.allRun(overview(""))).isFalse();
    }
}
