package com.fusioncommerce.platform.druid.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder where Druid keeps what no other run of it needs: the work of its tasks, and temporary files. */
final class TemporaryFiles {
    private static final List<String> FOLDERS = List.of("tasks", "processing", "jvm");

    private TemporaryFiles() {}

    /** Makes the folder as it is for a Druid that starts: what an earlier one left, as it was killed, is deleted. */
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
