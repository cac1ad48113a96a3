package com.fusioncommerce.flink;

import com.fusioncommerce.flink.stream.CodecFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Submits all jobs to a standalone cluster, each from its newest checkpoint, and keeps running to submit again those
 * that the cluster has lost with its job manager. Reads the environment of {@link FlinkSettings}; the cluster sets
 * slots and memory, and its task managers need {@code FUSION_REGISTRY_URL}, the model repository and the folder of
 * checkpoints too.
 */
public final class SubmitJobs {
    private static final long LOOK_EVERY_MS = 1_000;

    private SubmitJobs() {}

    /** Takes no arguments. Exits with 1 when a job has ended for good. */
    public static void main(String[] arguments) {
        Logging.configure();
        Logger log = LoggerFactory.getLogger(SubmitJobs.class);
        CountDownLatch stop = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "stop"));
        try {
            keep(FlinkSettings.fromEnvironment(System.getenv()), stop, log);
        } catch (IllegalArgumentException | JobEndedException e) {
            log.error(e.getMessage());
            System.exit(1);
        } catch (Exception e) {
            log.error("cannot submit", e);
            System.exit(1);
        }
    }

    private static void keep(FlinkSettings settings, CountDownLatch stop, Logger log) throws Exception {
        Map<String, Consumer<StreamExecutionEnvironment>> jobs =
                new Jobs(settings.kafka(), CodecFactory.fromEnvironment(), settings.fraudModel()).all();
        try (StandaloneCluster cluster = new StandaloneCluster(settings, ownJar())) {
            do {
                try {
                    cluster.submitMissing(jobs);
                } catch (ExecutionException | TimeoutException | IOException e) {
                    log.warn("the cluster does not answer, trying again: {}", e.toString());
                }
            } while (!stop.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS));
        }
    }

    private static Path ownJar() throws URISyntaxException {
        Path jar = Path.of(SubmitJobs.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (!jar.toString().endsWith(".jar")) {
            throw new IllegalArgumentException(
                    "jobs are submitted as a jar, but these classes lie in " + jar + ": build it with `mvn package`");
        }
        return jar;
    }
}
