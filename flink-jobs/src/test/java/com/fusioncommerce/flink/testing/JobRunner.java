package com.fusioncommerce.flink.testing;

import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs a job whose sources are bounded to its end, on a MiniCluster of its own. */
public final class JobRunner {
    private JobRunner() {}

    /** Defines and runs a job with one task per operator, so that elements stay in order. */
    public static void run(Configuration configuration, Consumer<StreamExecutionEnvironment> definition)
            throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        definition.accept(env);
        env.execute();
    }
}
