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
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Merged view of the logs of all parts.
 *
 * @param directory the directory of the logs
 */
record Logs(Path directory) {
    /** The parts that have a log. */
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

    /** The newest {@code most} records of these parts that match a filter, the oldest first. */
    List<LogRecord> last(int most, List<String> parts, LogFilter filter) throws IOException {
        PriorityQueue<Read> newest = new PriorityQueue<>(Read.ORDER);
        AtomicLong read = new AtomicLong();
        for (String part : parts) {
            for (Path file : LogFile.of(directory, part).files()) {
                read(part, file, filter, newest, most, read);
            }
        }
        return newest.stream().sorted(Read.ORDER).map(Read::found).toList();
    }

    /**
     * A record and its sequence number in reading, which keeps records of one part and the same millisecond in order.
     */
    private record Read(LogRecord found, long number) {
        static final Comparator<Read> ORDER =
                Comparator.comparing((Read read) -> read.found().time()).thenComparingLong(Read::number);
    }

    private static void read(
            String part, Path file, LogFilter filter, PriorityQueue<Read> newest, int most, AtomicLong read)
            throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!filter.maybe(line)) {
                    continue;
                }
                long number = read.incrementAndGet();
                LogRecord.of(part, line).filter(filter::shows).ifPresent(found -> {
                    newest.add(new Read(found, number));
                    if (newest.size() > most) {
                        newest.remove();
                    }
                });
            }
        } catch (NoSuchFileException e) {
            // Rotation has deleted this file since it was listed; it was the oldest.
            return;
        }
    }
}
