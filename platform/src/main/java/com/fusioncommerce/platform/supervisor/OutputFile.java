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
 * What a process prints past its log: the last words of a Java machine, or of a library that knows no logging. Few, but
 * nothing bounds them where they come from: once there is more than 1 MiB, it is set aside, in place of what was set aside
 * before, and the file, which the process has open to append, starts empty. What is printed in that moment can be lost.
 *
 * @param path where
 */
public record OutputFile(Path path) {
    static final long BOUND = 1L << 20;

    /** The output file of a part. */
    static OutputFile of(Path directory, String part) {
        return new OutputFile(directory.resolve(part + ".out"));
    }

    /**
     * Makes room each time that a part has died: for a supervisor's own output, which tells of that.
     *
     * @param told hears of it where that fails
     */
    public Watcher cappedAfterDeaths(Watcher told) {
        return new Watcher() {
            @Override
            public void died(String part, String how, List<String> logTail, Duration restartIn) {
                cap(part, told);
            }
        };
    }

    /** Makes room if there is too much. That it fails is told and stops nothing: a part is still to be watched. */
    void cap(String part, Watcher told) {
        try {
            cap();
        } catch (IOException e) {
            told.working(part, "what it prints cannot be bounded: " + e.getMessage());
        }
    }

    /** Makes the directory, and room if there is too much. */
    void open() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        cap();
    }

    /** Makes room if there is too much. */
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
