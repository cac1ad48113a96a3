package com.fusioncommerce.flink;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Flink cluster within this process, with its web UI. Its jobs survive the process by their checkpoints. */
final class LocalCluster implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LocalCluster.class);
    private static final long STOP_SECONDS = 10;

    private final MiniCluster cluster;
    private final Path checkpoints;
    private final int parallelism;
    private final Map<JobID, String> running = new ConcurrentHashMap<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private volatile boolean closing;

    private LocalCluster(MiniCluster cluster, Path checkpoints, int parallelism) {
        this.cluster = cluster;
        this.checkpoints = checkpoints;
        this.parallelism = parallelism;
    }

    /** Starts a cluster with task slots for so many jobs. */
    static LocalCluster start(Configuration configuration, Path checkpoints, int parallelism, int jobs)
            throws Exception {
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(jobs * parallelism)
                .build());
        cluster.start();
        return new LocalCluster(cluster, checkpoints, parallelism);
    }

    /** Starts a job, from its newest checkpoint if it has one. */
    void run(String name, Consumer<StreamExecutionEnvironment> definition) throws Exception {
        StreamGraph graph = ResumedJob.of(name, FlinkConfiguration.job(name, parallelism), checkpoints, definition);
        JobID id = graph.getJobID();
        cluster.submitJob(graph).get();
        running.put(id, name);
        var unused = cluster.requestJobResult(id).whenComplete((result, failure) -> onEnd(name, result, failure));
    }

    /** A future that completes with a message when a job has ended for good. */
    CompletableFuture<String> ended() {
        return ended;
    }

    /** Address of the REST API. */
    java.net.URI address() throws ExecutionException, InterruptedException {
        return cluster.getRestAddress().get();
    }

    /** Cancels the jobs, which keep their checkpoints, and stops the cluster. */
    @Override
    public void close() {
        closing = true;
        CompletableFuture<?>[] stopped =
                running.keySet().stream().map(this::stop).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(stopped).join();
        cluster.closeAsync().join();
    }

    private CompletableFuture<Boolean> stop(JobID id) {
        return cluster.cancelJob(id)
                .thenCompose(acknowledged -> cluster.requestJobResult(id))
                .orTimeout(STOP_SECONDS, TimeUnit.SECONDS)
                .handle((result, failure) -> {
                    if (failure != null) {
                        log.warn("job {} did not stop by itself", running.get(id), failure);
                    }
                    return failure == null;
                });
    }

    private void onEnd(String name, JobResult result, Throwable failure) {
        String how = result == null
                ? "was lost: " + failure
                : "ended as " + result.getApplicationStatus()
                        + result.getSerializedThrowable()
                                .map(cause -> ": " + cause.getFullStringifiedStackTrace())
                                .orElse("");
        running.values().remove(name);
        if (!closing) {
            ended.complete("job " + name + " " + how);
        }
    }
}
