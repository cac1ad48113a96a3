package com.fusioncommerce.platform.supervisor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a process on disk, so that it can be found after its supervisor is gone.
 *
 * @param part what it is
 * @param pid its id
 * @param startedMs when it started, ms since 1970: an id alone may be another process by now
 * @param order its place in the order of starting; stopped in reverse
 * @param graceMs how long it may take to stop
 */
public record PidFile(
        @JsonProperty("part") String part,
        @JsonProperty("pid") long pid,
        @JsonProperty("startedMs") long startedMs,
        @JsonProperty("order") int order,
        @JsonProperty("graceMs") long graceMs) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".pid";

    static PidFile of(String part, Process process, int order, Duration grace) {
        Instant started = Processes.startOf(process.toHandle()).orElseGet(Instant::now);
        return new PidFile(part, process.pid(), started.toEpochMilli(), order, grace.toMillis());
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> process() {
        return Processes.find(pid, started());
    }

    /** When the process started. */
    public Instant started() {
        return Instant.ofEpochMilli(startedMs);
    }

    /** The process file of one part in a directory. */
    public static Optional<PidFile> of(String part, Path directory) {
        return in(directory).stream().filter(file -> file.part().equals(part)).findFirst();
    }

    /** All that a directory holds, last started first; files that are not whole are left out. */
    public static List<PidFile> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .flatMap(file -> read(file).stream())
                    .sorted(Comparator.comparingInt(PidFile::order).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    /** Written at once or not at all. */
    void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path temporary = directory.resolve(part + SUFFIX + ".new");
        JSON.writeValue(temporary.toFile(), this);
        Files.move(
                temporary,
                directory.resolve(part + SUFFIX),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    static void delete(Path directory, String part) {
        try {
            Files.deleteIfExists(directory.resolve(part + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the pid file of " + part, e);
        }
    }

    private static Optional<PidFile> read(Path file) {
        try {
            return Optional.of(JSON.readValue(file.toFile(), PidFile.class));
        } catch (NoSuchFileException | java.io.FileNotFoundException e) {
            return Optional.empty();
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
