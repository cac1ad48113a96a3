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

/** Builds a job that resumes from its newest checkpoint, whatever ended its last run. */
final class ResumedJob {
    private static final Logger log = LoggerFactory.getLogger(ResumedJob.class);

    private ResumedJob() {}

    /**
     * The job's graph, ready to be submitted. The job must not be running: obsolete checkpoints are removed.
     *
     * @param configuration the job's configuration
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

    /** The job's id, the same on every run, so that its checkpoints have one folder and consecutive numbers. */
    static JobID idOf(String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
        return new JobID(id.getLeastSignificantBits(), id.getMostSignificantBits());
    }
}
