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
 * What a benchmark found, with all that is needed to run it again.
 *
 * @param bench its name
 * @param command the command line
 * @param startedAt ISO 8601
 * @param seconds how long it took in all
 * @param warmUp what ran before anything was measured, and for how long
 * @param settings what it was run with
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

    /** Whether nothing failed that must be so. */
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }

    /** Writes it as JSON; the directory is made where there is none. */
    public void writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws IOException if it is no result
     */
    public static Result readFrom(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Result.class);
    }
}
