package com.fusioncommerce.workloads.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Journal of an import's completed commands, one per line, so that the next import skips them. Only an optimisation: a
 * repeated command is executed once. Safe for threads.
 */
final class Journal implements AutoCloseable {
    private final Path file;
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private Optional<String> lastOrder = Optional.empty();
    private BufferedWriter out;

    private Journal(Path file) {
        this.file = file;
    }

    /** Opens the journal in a file, which may not exist yet. */
    static Journal open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Journal journal = new Journal(file);
        if (Files.exists(file)) {
            journal.load(Files.readString(file, UTF_8));
        }
        journal.out = Files.newBufferedWriter(file, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return journal;
    }

    /** Kinds of completed commands. */
    enum Step {
        PRODUCT,
        STOCK,
        ORDER,
        CANCELLATION
    }

    boolean has(Step step, String id) {
        return done.contains(entry(step, id));
    }

    /** The invoice of an order in the journal, if there is one. */
    Optional<String> someOrder() {
        return lastOrder;
    }

    synchronized void add(Step step, String id) {
        try {
            if (done.add(entry(step, id))) {
                out.write(entry(step, id) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Deletes all entries, written for another platform. */
    synchronized void clear() throws IOException {
        out.close();
        done.clear();
        lastOrder = Optional.empty();
        out = Files.newBufferedWriter(file, UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Loads the entries. Text after the last line break is a torn write of a process that died. */
    private void load(String text) {
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        done.addAll(lines);
        String order = entry(Step.ORDER, "");
        lastOrder = lines.stream()
                .filter(line -> line.startsWith(order))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(order.length()));
    }

    private static String entry(Step step, String id) {
        return step + " " + id;
    }
}
