package com.fusioncommerce.flink;

import java.util.OptionalInt;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;

/** Configuration of jobs and cluster, for tests in other packages. */
public final class FlinkConfigurations {
    private FlinkConfigurations() {}

    /** Configuration of a job on one task, which is not restarted when it fails. */
    public static Configuration job() {
        return FlinkConfiguration.job("test", 1).set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    }

    /** Configuration of the cluster within one process, on a free port. */
    public static Configuration cluster() {
        return FlinkConfiguration.cluster(0, OptionalInt.empty());
    }
}
