package com.fusioncommerce.platform.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * State file of a platform in its home while it runs, read by other commands.
 *
 * @param parts names of its parts
 * @param ports numbers by name
 * @param apiHost the address that the API listens on
 * @param given addresses of external servers, by environment variable
 * @param shape number of processes per kind of part
 * @param ready whether all parts have been ready at least once
 */
public record RunningPlatform(
        @JsonProperty("parts") List<String> parts,
        @JsonProperty("ports") Map<String, Integer> ports,
        @JsonProperty("apiHost") String apiHost,
        @JsonProperty("given") Map<String, String> given,
        @JsonProperty("shape") Shape shape,
        @JsonProperty("ready") boolean ready) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "platform.json";
    private static final List<String> ADDRESSES =
            List.of(PlatformConfig.KAFKA, PlatformConfig.REGISTRY_URL, PlatformConfig.DRUID_URL);

    /** The state of a platform that runs with this configuration. */
    public static RunningPlatform of(PlatformConfig config, List<String> parts, boolean ready) {
        Map<String, String> given = new HashMap<>(config.environment());
        given.keySet().retainAll(ADDRESSES);
        return new RunningPlatform(parts, config.ports().byLabel(), config.apiHost(), given, config.shape(), ready);
    }

    /** Reads the state file of a home; empty if no platform runs there. */
    public static Optional<RunningPlatform> in(Home home) throws IOException {
        Path file = file(home);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(file.toFile(), RunningPlatform.class))
                : Optional.empty();
    }

    /** The configuration with which clients reach the platform's parts. */
    public PlatformConfig config(Path root, Home home) {
        return new PlatformConfig(root, home, Ports.fromLabels(ports), apiHost, given, shape);
    }

    /** Writes the state file of a home. */
    public void writeTo(Home home) throws IOException {
        Files.createDirectories(home.run());
        Path whole = file(home);
        Path part = whole.resolveSibling(FILE + ".new");
        JSON.writeValue(part.toFile(), this);
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes the state file of a home. */
    public static void forget(Home home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Home home) {
        return home.run().resolve(FILE);
    }
}
