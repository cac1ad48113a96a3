package com.fusioncommerce.trials.bench.machine;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The machine of a benchmark.
 *
 * @param cpu model of the processor
 * @param cores processors that this process can use
 * @param memoryMib memory of the machine
 * @param kernel name and release of the operating system
 * @param java version of the Java that runs all parts
 */
public record Machine(
        @JsonProperty("cpu") String cpu,
        @JsonProperty("cores") int cores,
        @JsonProperty("memoryMib") long memoryMib,
        @JsonProperty("kernel") String kernel,
        @JsonProperty("java") String java) {
    private static final String UNKNOWN = "unknown";
    private static final long KIB_PER_MIB = 1024;

    /** This machine. */
    public static Machine here() {
        long memory = value(Path.of("/proc/meminfo"), "MemTotal")
                .map(text -> Long.parseLong(text.replaceAll("\\D", "")) / KIB_PER_MIB)
                .orElse(0L);
        return new Machine(
                value(Path.of("/proc/cpuinfo"), "model name").orElse(UNKNOWN),
                Runtime.getRuntime().availableProcessors(),
                memory,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor") + " " + Runtime.version());
    }

    private static Optional<String> value(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
