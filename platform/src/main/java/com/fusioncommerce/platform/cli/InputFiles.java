package com.fusioncommerce.platform.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks input files before a command reads them: the operating system's own messages name neither file nor remedy. */
public final class InputFiles {
    private InputFiles() {}

    /**
     * Refuses a missing, unreadable or empty file, and a directory.
     *
     * @throws IOException whose message names the file and the reason
     */
    public static void requireReadable(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory, not a file");
        }
        if (!Files.exists(file)) {
            throw new IOException("there is no file " + file);
        }
        if (!Files.isReadable(file)) {
            throw new IOException(file + " cannot be read: permission denied");
        }
        if (Files.isRegularFile(file) && Files.size(file) == 0) {
            throw new IOException(file + " is empty");
        }
    }
}
