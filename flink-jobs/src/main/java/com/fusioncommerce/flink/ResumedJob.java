package com.fusioncommerce.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job that goes on from its newest checkpoint, whatever ended the last run of it. */
final class ResumedJob {
    private static final Logger log = LoggerFactory.getLogger(ResumedJob.class);

    private ResumedJob() {}

    /**
     * The job, ready to be submitted. It must not be running: checkpoints that are of no use any more are removed.
     *
     * @param configuration of the job
     * @param checkpoints folder of all jobs' checkpoints
     */
    static StreamGraph of(
            String name,
            Configuration configuration,
            Path checkpoints,
            Consumer<StreamExecutionEnvironment> definition) {
        JobID id = idOf(name);
        FlinkConfiguration.keepCheckpoints(configuration, checkpoints);
        Checkpoints left = new Checkpoints(checkpoints, id);
        left.removeOthers();
        Optional<Path> newest = left.newest();
        newest.ifPresent(checkpoint -> FlinkConfiguration.resume(configuration, checkpoint));
        log.info("job {} starts from {}", name, newest.map(Path::toString).orElse("no checkpoint"));

        StreamExecutionEnvironment env = new StreamExecutionEnvironment(configuration);
        definition.accept(env);
        StreamGraph graph = env.getStreamGraph();
        graph.setJobName(name);
        graph.setJobId(id);
        graph.setSavepointRestoreSettings(SavepointRestoreSettings.fromConfiguration(configuration));
        return graph;
    }

    /** The same id on every run, so that a job's checkpoints lie in one place and go on counting. */
    static JobID idOf(String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
        return new JobID(id.getLeastSignificantBits(), id.getMostSignificantBits());
    }
}
