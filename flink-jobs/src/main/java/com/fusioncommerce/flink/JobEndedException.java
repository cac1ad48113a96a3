package com.fusioncommerce.flink;

import org.apache.flink.api.common.JobStatus;

/** A job has ended for good, which none should. */
final class JobEndedException extends Exception {
    private static final long serialVersionUID = 1L;

    JobEndedException(String job, JobStatus status) {
        super("job " + job + " has ended as " + status + ": see why in Flink's web UI, then restart the job manager");
    }
}
