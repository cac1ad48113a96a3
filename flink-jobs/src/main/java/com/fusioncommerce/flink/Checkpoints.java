package com.fusioncommerce.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.util.FileUtils;

/** The checkpoints that one job left on disk, below {@code <folder>/<job id>/chk-<number>}. */
final class Checkpoints {
    private static final String PREFIX = "chk-";
    private static final String METADATA = "_metadata";

    private final Path folder;

    /** Checkpoints of a job whose id stays the same from run to run. */
    Checkpoints(Path root, JobID job) {
        this.folder = root.resolve(job.toHexString());
    }

    /** The newest complete checkpoint; one during which the process died does not count. */
    Optional<Path> newest() {
        return all().stream().filter(Checkpoints::complete).max(Comparator.comparingLong(Checkpoints::number));
    }

    /**
     * Removes all but the newest complete checkpoint: incomplete ones, and old ones that the process had no time to
     * remove. The job must not be running.
     */
    void removeOthers() {
        Optional<Path> newest = newest();
        for (Path checkpoint : all()) {
            if (!newest.equals(Optional.of(checkpoint))) {
                try {
                    FileUtils.deleteDirectory(checkpoint.toFile());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> number(child) >= 0).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean complete(Path checkpoint) {
        return Files.isRegularFile(checkpoint.resolve(METADATA));
    }

    private static long number(Path checkpoint) {
        String name = checkpoint.getFileName().toString();
        return name.matches(PREFIX + "[0-9]{1,18}") ? Long.parseLong(name.substring(PREFIX.length())) : -1;
    }
}
