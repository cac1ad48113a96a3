package com.fusioncommerce.platform.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * The standard output and error of a process, beside its log: last words of a JVM, or prints of a library without
 * logging. Short, but unbounded at the source. Above 1 MiB it is copied over the previous backup and truncated; the
 * process keeps appending to the same file. Output written during the copy can be lost.
 *
 * @param path the path of the file
 */
public record OutputFile(Path path) {
    static final long BOUND = 1L << 20;

    /** The output file of a part. */
    static OutputFile of(Path directory, String part) {
        return new OutputFile(directory.resolve(part + ".out"));
    }

    /**
     * Truncates the file after each death of a part: for the supervisor's own output.
     *
     * @param told gets failures to truncate
     */
    public Watcher cappedAfterDeaths(Watcher told) {
        return new Watcher() {
            @Override
            public void died(String part, String how, List<String> logTail, Duration restartIn) {
                cap(part, told);
            }
        };
    }

    /**
     * Truncates the file if it is too large. A failure is reported but not thrown, since the part must stay supervised.
     */
    void cap(String part, Watcher told) {
        try {
            cap();
        } catch (IOException e) {
            told.working(part, "what it prints cannot be bounded: " + e.getMessage());
        }
    }

    /** Creates the directory, and truncates the file if it is too large. */
    void open() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        cap();
    }

    /** Truncates the file if it is too large. */
    void cap() throws IOException {
        if (!Files.exists(path) || Files.size(path) <= BOUND) {
            return;
        }
        Path old = path.resolveSibling(path.getFileName() + ".1");
        try (InputStream from = Files.newInputStream(path);
                OutputStream to = Files.newOutputStream(old)) {
            from.skipNBytes(Math.max(0, Files.size(path) - BOUND));
            from.transferTo(to);
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
    }
}
