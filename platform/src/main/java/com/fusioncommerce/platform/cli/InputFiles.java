package com.fusioncommerce.platform.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a command reads, looked at before it does: what the system says of them names neither file nor remedy. */
public final class InputFiles {
    private InputFiles() {}

    /**
     * Refuses what cannot be read as a file, or holds nothing.
     *
     * @throws IOException if it is one; the message names it and says why
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
