package com.fusioncommerce.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;

/** Deletes and empties directories. */
public final class Directories {
    private Directories() {}

    /** Deletes a directory and its contents, if it exists; links are deleted, not followed. */
    public static void delete(Path directory) throws IOException {
        Utils.delete(directory.toFile());
    }

    /** Creates an empty directory, deleting any earlier contents. */
    public static Path empty(Path directory) throws IOException {
        delete(directory);
        return Files.createDirectories(directory);
    }
}
