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
 * Record of a process on disk, by which it is found after its supervisor has died.
 *
 * @param part name of the part
 * @param pid process id
 * @param startedMs start time, ms since 1970: ids are reused
 * @param order position in the order of starting; parts stop in reverse
 * @param graceMs time to stop before it is killed
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

    /** The process; empty if it has ended. */
    public Optional<ProcessHandle> process() {
        return Processes.find(pid, started());
    }

    /** The start time of the process. */
    public Instant started() {
        return Instant.ofEpochMilli(startedMs);
    }

    /** Reads the pid file of one part. */
    public static Optional<PidFile> of(String part, Path directory) {
        return in(directory).stream().filter(file -> file.part().equals(part)).findFirst();
    }

    /** Reads all pid files of a directory, last started first; incomplete files are skipped. */
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

    /** Writes the file atomically. */
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
