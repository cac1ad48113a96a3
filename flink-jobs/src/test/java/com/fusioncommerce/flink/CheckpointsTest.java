package com.fusioncommerce.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    private static final JobID JOB = ResumedJob.idOf("some-job");

    @TempDir
    Path root;

    @Test
    void a_job_that_never_ran_has_none() {
        assertThat(new Checkpoints(root, JOB).newest()).isEmpty();
    }

    @Test
    void the_newest_is_the_highest_number_that_was_completed() throws IOException {
        checkpoint("chk-9", true);
        Path newest = checkpoint("chk-10", true);
        checkpoint("chk-11", false);
        checkpoint("shared", true);

        assertThat(new Checkpoints(root, JOB).newest()).contains(newest);
    }

    @Test
    void all_but_the_newest_are_removed() throws IOException {
        Path older = checkpoint("chk-1", true);
        Path newest = checkpoint("chk-2", true);
        Path incomplete = checkpoint("chk-3", false);
        Files.writeString(incomplete.resolve("half"), "state");
        Path shared = checkpoint("shared", false);

        new Checkpoints(root, JOB).removeOthers();

        assertThat(older).doesNotExist();
        assertThat(incomplete).doesNotExist();
        assertThat(newest).exists();
        assertThat(shared).exists();
    }

    @Test
    void a_job_has_the_same_id_on_every_run() {
        assertThat(ResumedJob.idOf("some-job")).isEqualTo(JOB).isNotEqualTo(ResumedJob.idOf("another"));
    }

    private Path checkpoint(String name, boolean complete) throws IOException {
        Path folder = Files.createDirectories(root.resolve(JOB.toHexString()).resolve(name));
        if (complete) {
            Files.writeString(folder.resolve("_metadata"), "");
        }
        return folder;
    }
}
