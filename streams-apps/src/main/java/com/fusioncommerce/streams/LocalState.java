package com.fusioncommerce.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of an instance's state stores. After a kill the stores may hold uncommitted writes. Kafka Streams detects
 * that only after it has opened each store and joined the group, and then rebuilds it. A marker file that only a clean
 * shutdown removes shows it at once and saves that time; Kafka Streams' own check stays.
 */
final class LocalState {
    private static final Logger LOG = LoggerFactory.getLogger(LocalState.class);
    private static final Pattern TASK = Pattern.compile("\\d+_\\d+");

    private final Path folder;
    private final Path mark;

    /** @param folder of the application, which has a folder for each task */
    LocalState(Path folder) {
        this.folder = folder;
        this.mark = folder.resolve("open");
    }

    /**
     * Creates the marker file; if it exists already, deletes the state of all tasks.
     *
     * @throws UncheckedIOException if that fails
     */
    void open() {
        try {
            Files.createDirectories(folder);
            if (Files.exists(mark)) {
                List<Path> tasks = tasks();
                for (Path task : tasks) {
                    Utils.delete(task.toFile());
                }
                LOG.info("the last instance here was killed: the state of {} tasks comes from Kafka", tasks.size());
            } else {
                Files.createFile(mark);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the state in " + folder + " cannot be opened", e);
        }
    }

    /** Removes the marker file. */
    void closed() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            LOG.warn("{} was closed, but cannot say so: its state will come from Kafka again", folder, e);
        }
    }

    private List<Path> tasks() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child ->
                            TASK.matcher(child.getFileName().toString()).matches())
                    .toList();
        }
    }
}
