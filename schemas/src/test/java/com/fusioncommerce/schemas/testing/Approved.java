package com.fusioncommerce.schemas.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Approved snapshots of contracts, as somebody last reviewed them. A test that finds another text fails; running it
 * with {@code -Dapprove} writes the new one, which then shows in the diff.
 */
public final class Approved {
    private static final String PROPERTY = "approve";

    private Approved() {}

    /**
     * Fails unless the text is the approved one.
     *
     * @param file the approved snapshot
     * @param actual the current text
     */
    public static void verify(Path file, String actual) {
        if (System.getProperty(PROPERTY) != null) {
            write(file, actual);
            return;
        }
        String approved = Files.exists(file) ? read(file) : "";
        if (!approved.equals(actual)) {
            throw new AssertionError(file + " is not what was approved, first at line "
                    + firstDifference(approved, actual) + ". If the change is meant, run the test again with -D"
                    + PROPERTY + " and read the diff.");
        }
    }

    private static String firstDifference(String approved, String actual) {
        String[] before = approved.split("\n", -1);
        String[] after = actual.split("\n", -1);
        for (int i = 0; i < Math.min(before.length, after.length); i++) {
            if (!before[i].equals(after[i])) {
                return (i + 1) + ": approved \"" + before[i] + "\", now \"" + after[i] + "\"";
            }
        }
        return String.valueOf(Math.min(before.length, after.length));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
