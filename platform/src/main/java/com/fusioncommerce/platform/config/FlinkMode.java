package com.fusioncommerce.platform.config;

/** Process mode of Flink. */
public enum FlinkMode {
    /** Job manager, task manager and jobs in one process. */
    PROCESS,
    /** A standalone cluster: a job manager, {@value Shape#TASK_MANAGERS} task managers, and jobs submitted to it. */
    CLUSTER
}
