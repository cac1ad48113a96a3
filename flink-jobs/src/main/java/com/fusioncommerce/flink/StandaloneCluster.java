package com.fusioncommerce.flink;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Client of a cluster with a job manager and task managers in processes of their own. The job manager forgets all jobs
 * when it ends, so missing jobs are submitted again periodically.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StandaloneCluster.class);
    private static final long ANSWER_SECONDS = 30;

    private final RestClusterClient<String> client;
    private final Path jar;
    private final FlinkSettings settings;

    /**
     * Connects to the cluster that the settings name.
     *
     * @param jar jar of the jobs, uploaded with each job
     */
    StandaloneCluster(FlinkSettings settings, Path jar) throws Exception {
        this.client = new RestClusterClient<>(FlinkConfiguration.remote(settings.port()), "standalone");
        this.jar = jar;
        this.settings = settings;
    }

    /**
     * Submits the jobs that the cluster does not have.
     *
     * @return how many were submitted
     * @throws JobEndedException if a job has ended: the cluster does not accept it again
     */
    int submitMissing(Map<String, Consumer<StreamExecutionEnvironment>> jobs)
            throws ExecutionException, TimeoutException, InterruptedException, java.io.IOException, JobEndedException {
        Map<JobID, JobStatus> known = client.listJobs().get(ANSWER_SECONDS, TimeUnit.SECONDS).stream()
                .collect(Collectors.toMap(JobStatusMessage::getJobId, JobStatusMessage::getJobState));
        int submitted = 0;
        for (Map.Entry<String, Consumer<StreamExecutionEnvironment>> job : jobs.entrySet()) {
            JobStatus status = known.get(ResumedJob.idOf(job.getKey()));
            if (status == null) {
                submit(job.getKey(), job.getValue());
                submitted++;
            } else if (status.isGloballyTerminalState()) {
                throw new JobEndedException(job.getKey(), status);
            }
        }
        return submitted;
    }

    private void submit(String name, Consumer<StreamExecutionEnvironment> definition)
            throws ExecutionException, TimeoutException, InterruptedException, java.io.IOException {
        Configuration configuration = FlinkConfiguration.job(name, settings.parallelism());
        FlinkConfiguration.restartForEver(configuration);
        StreamGraph graph = ResumedJob.of(name, configuration, settings.checkpoints(), definition);
        graph.addJar(new org.apache.flink.core.fs.Path(jar.toUri()));
        graph.serializeUserDefinedInstances();
        JobID id = client.submitJob(graph).get(ANSWER_SECONDS, TimeUnit.SECONDS);
        log.info("job {} submitted as {}", name, id);
    }

    @Override
    public void close() {
        client.close();
    }
}
