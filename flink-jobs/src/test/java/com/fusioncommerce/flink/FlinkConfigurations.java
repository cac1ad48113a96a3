package com.fusioncommerce.flink;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;

/** The jobs' own configuration, for tests in other packages. */
public final class FlinkConfigurations {
    private FlinkConfigurations() {}

    /** That of a job on one task, which fails at its first failure. */
    public static Configuration job() {
        return FlinkConfiguration.job("test", 1).set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    }
}
