package com.fusioncommerce.flink;

import org.apache.flink.api.common.JobStatus;

/** A job has ended for good, although jobs run for ever. */
final class JobEndedException extends Exception {
    private static final long serialVersionUID = 1L;

    JobEndedException(String job, JobStatus status) {
        super("job " + job + " has ended as " + status + ": see why in Flink's web UI, then restart the job manager");
    }
}
