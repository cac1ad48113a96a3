package com.fusioncommerce.flink;

import com.fusioncommerce.flink.stream.CodecFactory;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs all jobs in one process on one machine, see {@link FlinkSettings} for its environment. Exits with 1 when a job
 * has used up its restarts; a supervisor starts the process again, and the jobs resume from their checkpoints.
 */
public final class Main {
    private Main() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        Logging.configure();
        Logger log = LoggerFactory.getLogger(Main.class);
        try {
            log.error("stopping: {}", run(FlinkSettings.fromEnvironment(System.getenv())));
        } catch (IllegalArgumentException e) {
            log.error(e.getMessage());
        } catch (Exception e) {
            log.error("cannot run", e);
        }
        System.exit(1);
    }

    /** Runs all jobs, and returns the reason when one has ended for good. */
    private static String run(FlinkSettings settings) throws Exception {
        Map<String, Consumer<StreamExecutionEnvironment>> jobs =
                new Jobs(settings.kafka(), CodecFactory.fromEnvironment(), settings.fraudModel()).all();
        LocalCluster cluster = LocalCluster.start(
                FlinkConfiguration.cluster(settings.port(), settings.metricsPort()),
                settings.checkpoints(),
                settings.parallelism(),
                jobs.size());
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "stop"));
        for (Map.Entry<String, Consumer<StreamExecutionEnvironment>> job : jobs.entrySet()) {
            cluster.run(job.getKey(), job.getValue());
        }
        return cluster.ended().get();
    }
}
