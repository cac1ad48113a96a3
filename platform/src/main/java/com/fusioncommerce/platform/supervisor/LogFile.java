package com.fusioncommerce.platform.supervisor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The log of one process. A file that has grown beyond its bound is set aside when the process starts again; a few old
 * ones are kept.
 *
 * @param path where
 */
public record LogFile(Path path) {
    private static final long BOUND = 10L << 20;
    private static final int KEPT = 3;
    private static final int TAIL_BYTES = 32 << 10;

    /** The log of a part in a directory. */
    public static LogFile of(Path directory, String part) {
        return new LogFile(directory.resolve(part + ".log"));
    }

    /** Makes the directory, and room if the log has grown beyond its bound. */
    void open() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (Files.exists(path) && Files.size(path) > BOUND) {
            for (int age = KEPT - 1; age > 0; age--) {
                if (Files.exists(aged(age))) {
                    Files.move(aged(age), aged(age + 1), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.move(path, aged(1), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last lines; fewer if there are not so many, none if there is no log. */
    public List<String> tail(int lines) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            byte[] end = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return List.copyOf(all.subList(Math.max(0, all.size() - lines), all.size()));
        }
    }

    private Path aged(int age) {
        return path.resolveSibling(path.getFileName() + "." + age);
    }
}
