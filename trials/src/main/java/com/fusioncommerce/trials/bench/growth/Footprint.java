package com.fusioncommerce.trials.bench.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Disk usage. */
final class Footprint {
    private static final long MIB = 1L << 20;

    private Footprint() {}

    /**
     * Size of all files under a directory, in MiB; files may come and go meanwhile. Kafka's index files are left out,
     * since they are preallocated and mostly empty.
     */
    static long mib(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.mapToLong(Footprint::bytes).sum() / MIB;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.isRegularFile(file) && !file.toString().endsWith("index") ? Files.size(file) : 0;
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
