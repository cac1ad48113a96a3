package com.fusioncommerce.platform.logs;

import com.fusioncommerce.platform.supervisor.LogFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * The logs of all parts in a directory, read as one.
 *
 * @param directory where they are
 */
record Logs(Path directory) {
    /** The parts that have one. */
    List<String> parts() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(LogFile.ENDING))
                    .map(name -> name.substring(0, name.length() - LogFile.ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /** The last records of these parts that a filter shows, the oldest first. */
    List<LogRecord> last(int most, List<String> parts, LogFilter filter) throws IOException {
        PriorityQueue<LogRecord> newest = new PriorityQueue<>(Comparator.comparing(LogRecord::time));
        for (String part : parts) {
            for (Path file : LogFile.of(directory, part).files()) {
                read(part, file, filter, newest, most);
            }
        }
        List<LogRecord> ordered = new ArrayList<>(newest);
        ordered.sort(Comparator.comparing(LogRecord::time));
        return List.copyOf(ordered);
    }

    private static void read(String part, Path file, LogFilter filter, PriorityQueue<LogRecord> newest, int most)
            throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!filter.maybe(line)) {
                    continue;
                }
                LogRecord.of(part, line).filter(filter::shows).ifPresent(found -> {
                    newest.add(found);
                    if (newest.size() > most) {
                        newest.remove();
                    }
                });
            }
        } catch (NoSuchFileException e) {
            // Rotated away since it was listed: it was the oldest, and is gone.
            return;
        }
    }
}
