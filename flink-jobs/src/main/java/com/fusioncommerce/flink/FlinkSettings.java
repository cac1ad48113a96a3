package com.fusioncommerce.flink;

import com.fusioncommerce.flink.fraud.ModelFactory;
import com.fusioncommerce.models.scoring.FraudModel;
import com.fusioncommerce.models.scoring.ModelRepository;
import com.fusioncommerce.schemas.RegistryConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Configuration of the process, from environment variables.
 *
 * @param kafka Kafka's addresses ({@value #KAFKA})
 * @param models root of the model repository ({@value ModelRepository#ROOT})
 * @param pinned version of the fraud model that is to be live ({@value FraudModel#PINNED}, the released one unless set)
 * @param checkpoints folder for checkpoints, which must outlive the process ({@value #CHECKPOINTS})
 * @param port of the web UI and REST API on loopback ({@value #PORT}, 18081 unless set)
 * @param metricsPort of Prometheus metrics on loopback ({@value #METRICS_PORT}); none unless set
 * @param parallelism of each job, 1 to 64 ({@value #PARALLELISM}, 1 unless set)
 */
record FlinkSettings(
        String kafka,
        Path models,
        String pinned,
        Path checkpoints,
        int port,
        OptionalInt metricsPort,
        int parallelism) {
    static final String KAFKA = "FUSION_KAFKA";
    static final String CHECKPOINTS = "FUSION_CHECKPOINTS";
    static final String PORT = "FUSION_FLINK_PORT";
    static final String METRICS_PORT = "FUSION_FLINK_METRICS_PORT";
    static final String PARALLELISM = "FUSION_FLINK_PARALLELISM";

    private static final int DEFAULT_PORT = 18081;
    private static final int HIGHEST_PORT = 65_535;
    private static final int HIGHEST_PARALLELISM = 64;

    /**
     * Reads and checks all settings.
     *
     * @throws IllegalArgumentException if settings are wrong, naming all of them
     */
    static FlinkSettings fromEnvironment(Map<String, String> environment) {
        Reader reader = new Reader(environment, new ArrayList<>());
        String kafka = reader.text(KAFKA);
        String models = reader.text(ModelRepository.ROOT);
        String pinned = reader.version(FraudModel.PINNED, FraudModel.RELEASED);
        String checkpoints = reader.text(CHECKPOINTS);
        reader.text(RegistryConfig.URL);
        int port = reader.number(PORT, HIGHEST_PORT).orElse(DEFAULT_PORT);
        OptionalInt metricsPort = reader.number(METRICS_PORT, HIGHEST_PORT);
        int parallelism = reader.number(PARALLELISM, HIGHEST_PARALLELISM).orElse(1);
        if (!models.isEmpty() && !Files.isDirectory(Path.of(models))) {
            reader.problems.add(ModelRepository.ROOT + " is no folder: " + models);
        }
        if (!reader.problems.isEmpty()) {
            throw new IllegalArgumentException("bad configuration: " + String.join("; ", reader.problems));
        }
        return new FlinkSettings(
                kafka,
                Path.of(models).toAbsolutePath(),
                pinned,
                Path.of(checkpoints).toAbsolutePath(),
                port,
                metricsPort,
                parallelism);
    }

    /**
     * Loads the pinned model; the last working version is kept beside the checkpoints, which outlive the process too.
     */
    ModelFactory fraudModel() {
        return ModelFactory.pinned(
                models.toString(),
                pinned,
                checkpoints.resolve("last-good-model").toString());
    }

    private record Reader(Map<String, String> environment, List<String> problems) {
        String text(String name) {
            String value = environment.getOrDefault(name, "").strip();
            if (value.isEmpty()) {
                problems.add(name + " is not set");
            }
            return value;
        }

        String version(String name, String otherwise) {
            String value = environment.getOrDefault(name, "").strip();
            if (!value.isEmpty() && !value.matches("[0-9]{1,9}")) {
                problems.add(name + " must be the number of a version, not " + value);
            }
            return value.isEmpty() ? otherwise : value;
        }

        OptionalInt number(String name, int highest) {
            String value = environment.getOrDefault(name, "").strip();
            if (value.isEmpty()) {
                return OptionalInt.empty();
            }
            if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > highest) {
                problems.add(name + " must be from 1 to " + highest + ", not " + value);
                return OptionalInt.empty();
            }
            return OptionalInt.of(Integer.parseInt(value));
        }
    }
}
