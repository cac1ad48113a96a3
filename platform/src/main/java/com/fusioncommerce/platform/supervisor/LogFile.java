package com.fusioncommerce.platform.supervisor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The log of one process, as JSON lines. The process writes and rotates the file itself; it gets the path in its
 * environment, see {@link #ENVIRONMENT}.
 *
 * @param path the path of the file
 */
public record LogFile(Path path) {
    /** The environment variable with the path. */
    public static final String ENVIRONMENT = "FUSION_LOG_FILE";

    /** The suffix of all log files. */
    public static final String ENDING = ".log";

    private static final int MOST_OLD = 16;
    private static final int TAIL_BYTES = 32 << 10;

    /** The log of a part in a directory. */
    public static LogFile of(Path directory, String part) {
        return new LogFile(directory.resolve(part + ENDING));
    }

    /** The existing files, oldest first: the rotated ones, then the current one. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>();
        files.add(path);
        for (int age = 1; age <= MOST_OLD; age++) {
            files.add(path.resolveSibling(path.getFileName() + "." + age));
        }
        files.removeIf(Files::notExists);
        Collections.reverse(files);
        return List.copyOf(files);
    }

    /** The last lines, at most so many; none if there is no log. */
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
}
