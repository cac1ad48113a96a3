package com.fusioncommerce.workloads.importer;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Splits a file into records; a quoted field may span lines. A quote not closed within a few lines breaks only its own
 * line.
 */
final class CsvRecords {
    private static final int MOST_LINES = 20;

    private final BufferedReader reader;
    private final Deque<String> putBack = new ArrayDeque<>();
    private int line;

    /**
     * A record.
     *
     * @param line number of its first line, counted from 1
     * @param text text of all its lines
     */
    record CsvText(int line, String text) {}

    CsvRecords(BufferedReader reader) {
        this.reader = reader;
    }

    /** The next record, or null at the end. Empty lines are skipped. */
    CsvText next() throws IOException {
        String text = line();
        while (text != null && text.isEmpty()) {
            text = line();
        }
        if (text == null) {
            return null;
        }
        return isWhole(text) ? new CsvText(line, text) : overLines(text);
    }

    private CsvText overLines(String first) throws IOException {
        int begins = line;
        StringBuilder text = new StringBuilder(first);
        List<String> more = new ArrayList<>();
        while (more.size() < MOST_LINES) {
            String next = line();
            if (next == null) {
                break;
            }
            more.add(next);
            text.append('\n').append(next);
            if (!isWhole(next)) {
                return new CsvText(begins, text.toString());
            }
        }
        for (int i = more.size() - 1; i >= 0; i--) {
            putBack.addFirst(more.get(i));
        }
        line = begins;
        return new CsvText(begins, first);
    }

    private String line() throws IOException {
        String text = putBack.isEmpty() ? reader.readLine() : putBack.removeFirst();
        if (text != null) {
            line++;
        }
        return text;
    }

    /** Whether every opened quote is closed; an escaped quote counts as two. */
    private static boolean isWhole(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 0;
    }
}
