package com.fusioncommerce.platform.druid.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of files that only one run of Druid needs: work files of tasks, and temporary files. */
final class TemporaryFiles {
    private static final List<String> FOLDERS = List.of("tasks", "processing", "jvm");

    private TemporaryFiles() {}

    /** Prepares the folder for a start: creates it and deletes the files that a killed Druid left. */
    static void prepare(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (String name : FOLDERS) {
            Files.createDirectories(folder.resolve(name));
        }
    }
}
