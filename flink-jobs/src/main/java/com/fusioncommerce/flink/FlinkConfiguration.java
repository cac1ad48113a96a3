package com.fusioncommerce.flink;

import com.fusioncommerce.flink.metrics.PrometheusReporterFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;

/** Flink's own configuration: of the cluster within the process, and of each job. */
final class FlinkConfiguration {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int RESTARTS_IN_A_ROW = 10;

    private FlinkConfiguration() {}

    /** Configuration of a small cluster that listens on loopback only. */
    static Configuration cluster(int port, OptionalInt metricsPort) {
        Configuration cluster = new Configuration();
        cluster.set(RestOptions.ADDRESS, LOOPBACK);
        cluster.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        cluster.set(RestOptions.PORT, port);
        cluster.set(RestOptions.BIND_PORT, Integer.toString(port));
        cluster.set(WebOptions.SUBMIT_ENABLE, false);
        cluster.set(WebOptions.CANCEL_ENABLE, false);
        cluster.set(WebOptions.RESCALE_ENABLE, false);
        // The default is *, with which any web page could read the jobs' ids.
        cluster.set(WebOptions.ACCESS_CONTROL_ALLOW_ORIGIN, "http://" + LOOPBACK + ":" + port);
        cluster.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        cluster.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        cluster.set(TaskManagerOptions.HOST, LOOPBACK);
        cluster.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64));
        cluster.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
        cluster.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
        // The timeout is long: a process that the machine delays for a while is not dead.
        cluster.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(2));
        metricsPort.ifPresent(metrics -> reportMetrics(cluster, metrics));
        return cluster;
    }

    /** Configuration of a job, wherever it runs. */
    static Configuration job(String name, int parallelism) {
        Configuration job = new Configuration();
        job.set(PipelineOptions.NAME, name);
        job.set(PipelineOptions.OBJECT_REUSE, true);
        // A type that Flink could serialise only with Kryo is a mistake, found when the job is defined.
        job.set(PipelineOptions.GENERIC_TYPES, false);
        job.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        job.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        job.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        job.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofMillis(500));
        job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(10));
        job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 2.0);
        job.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
                Duration.ofMinutes(2));
        job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, RESTARTS_IN_A_ROW);
        return job;
    }

    /** Configuration of a REST client of a cluster on this machine. */
    static Configuration remote(int port) {
        Configuration remote = new Configuration();
        remote.set(RestOptions.ADDRESS, LOOPBACK);
        remote.set(RestOptions.PORT, port);
        return remote;
    }

    /** Sets unlimited restarts of a job: the cluster does not accept a job that has ended once more. */
    static void restartForEver(Configuration job) {
        job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, Integer.MAX_VALUE);
    }

    /** Sets the checkpoint folder of a job; its checkpoints are kept whatever ends the job. */
    static void keepCheckpoints(Configuration job, Path folder) {
        job.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
        job.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }

    /** Resumes a job from a checkpoint, which the job then owns and removes when it is obsolete. */
    static void resume(Configuration job, Path checkpoint) {
        job.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
        job.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    }

    private static void reportMetrics(Configuration cluster, int port) {
        String name = "prometheus";
        cluster.set(MetricOptions.REPORTERS_LIST, name);
        Configuration reporter = MetricOptions.forReporter(cluster, name);
        reporter.set(MetricOptions.REPORTER_FACTORY_CLASS, PrometheusReporterFactory.class.getName());
        reporter.setString(PrometheusReporterFactory.HOST, LOOPBACK);
        reporter.setString(PrometheusReporterFactory.PORT, Integer.toString(port));
    }
}
