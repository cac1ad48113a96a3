package com.fusioncommerce.trials.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fusioncommerce.trials.bench.machine.Machine;
import com.fusioncommerce.trials.bench.machine.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Result of a benchmark, with all parameters to repeat it.
 *
 * @param bench name of the benchmark
 * @param command the command line
 * @param startedAt ISO 8601
 * @param seconds total time
 * @param warmUp description of the warm-up and its length
 * @param settings settings of the run
 */
public record Result(
        @JsonProperty("bench") String bench,
        @JsonProperty("command") String command,
        @JsonProperty("startedAt") String startedAt,
        @JsonProperty("seconds") long seconds,
        @JsonProperty("machine") Machine machine,
        @JsonProperty("surroundings") Surroundings surroundings,
        @JsonProperty("warmUp") String warmUp,
        @JsonProperty("settings") Map<String, Object> settings,
        @JsonProperty("tables") List<Table> tables,
        @JsonProperty("targets") List<Target> targets,
        @JsonProperty("checks") List<Check> checks,
        @JsonProperty("notes") List<String> notes) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Whether all checks passed. */
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }

    /** Writes the result as JSON, and creates the directory if missing. */
    public void writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws IOException if the file holds no result
     */
    public static Result readFrom(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Result.class);
    }
}
