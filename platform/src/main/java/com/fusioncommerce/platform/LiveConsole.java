package com.fusioncommerce.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Console for terminals, with one line per part that changes in place. */
final class LiveConsole extends PlainConsole {
    private static final String ESCAPE = "\u001b[";
    private static final String GREEN = ESCAPE + "32m✔" + ESCAPE + "0m";
    private static final String YELLOW = ESCAPE + "33m…" + ESCAPE + "0m";

    private final PrintStream out;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private int shown;
    private boolean finished;

    /** Shows a line per part, waiting at first. */
    LiveConsole(PrintStream out, List<String> parts) {
        super(out);
        this.out = out;
        parts.forEach(part -> lines.put(part, line(" ", part, "waiting")));
    }

    @Override
    public synchronized void working(String part, String doing) {
        if (finished || !lines.containsKey(part)) {
            super.working(part, doing);
            return;
        }
        lines.put(part, line(YELLOW, part, doing));
        paint();
    }

    @Override
    public synchronized void ready(String part, Duration took, String note) {
        if (finished || !lines.containsKey(part)) {
            super.ready(part, took, note);
            return;
        }
        lines.put(part, line(GREEN, part, "ready after " + seconds(took) + (note.isEmpty() ? "" : ": " + note)));
        paint();
    }

    /** Prints the line above the lines that change. */
    @Override
    synchronized void print(String line) {
        erase();
        super.print(line);
        if (!finished) {
            paint();
        }
    }

    @Override
    synchronized void finish() {
        finished = true;
        shown = 0;
    }

    private void paint() {
        erase();
        lines.values().forEach(out::println);
        shown = lines.size();
        out.flush();
    }

    private void erase() {
        if (shown > 0) {
            out.print(ESCAPE + shown + "A" + ESCAPE + "J");
            shown = 0;
        }
    }

    private static String line(String mark, String part, String state) {
        return String.format(Locale.ROOT, "  %s %-10s %s", mark, part, state);
    }
}
