package com.fusioncommerce.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.FileUtils;

/**
 * The folder for this process' temporary files: Flink's, and native libraries that are unpacked. A process that is killed
 * leaves them; the next one starts by removing them.
 */
final class Scratch {
    private static final String TEMPORARY = "java.io.tmpdir";

    private Scratch() {}

    /** Must come before anything makes a temporary file: the JDK looks at its property once. */
    static void use(Path folder) throws IOException {
        FileUtils.deleteDirectory(folder.toFile());
        Files.createDirectories(folder);
        System.setProperty(TEMPORARY, folder.toString());
    }
}
