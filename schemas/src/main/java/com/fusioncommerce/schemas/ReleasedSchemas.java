package com.fusioncommerce.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * The schemas that were released, as files: {@code <record>/<version>.avsc}, versions counted from 1. Records written
 * with any of them may still be in a topic.
 */
final class ReleasedSchemas {
    private static final String EXTENSION = ".avsc";

    private final Path directory;

    ReleasedSchemas(Path directory) {
        this.directory = directory;
    }

    /** Names of all records that were ever released. */
    List<String> records() {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    /** The released versions of a record by number; empty if it was never released. */
    SortedMap<Integer, Schema> versions(String record) {
        SortedMap<Integer, Schema> versions = new TreeMap<>();
        Path folder = directory.resolve(record);
        if (Files.notExists(folder)) {
            return versions;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(EXTENSION)).toList()) {
                versions.put(number(file), new Schema.Parser().parse(Files.readString(file, UTF_8)));
            }
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /**
     * Writes a new version of each schema that differs from the newest released version of its record.
     *
     * @return the written versions, e.g. {@code orders.OrderCreated/2}
     */
    List<String> release(List<Schema> schemas) {
        List<String> written = new ArrayList<>();
        for (Schema schema : schemas) {
            String record = SchemaPromise.nameOf(schema);
            SortedMap<Integer, Schema> versions = versions(record);
            if (versions.isEmpty() || !same(versions.get(versions.lastKey()), schema)) {
                int version = versions.isEmpty() ? 1 : versions.lastKey() + 1;
                write(directory.resolve(record).resolve(version + EXTENSION), schema);
                written.add(record + "/" + version);
            }
        }
        return written;
    }

    /** Compares texts, so that a changed comment is a new version too: docs are generated from it. */
    private static boolean same(Schema released, Schema current) {
        return text(released).equals(text(current));
    }

    /** The text of a schema in its file. */
    static String text(Schema schema) {
        return SchemaFormatter.getInstance("json/pretty").format(schema) + "\n";
    }

    private static int number(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(0, name.length() - EXTENSION.length()));
    }

    private static void write(Path file, Schema schema) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(schema), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
