package com.fusioncommerce.workloads.importer;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/** Reports the first broken lines and counts the others, or stops at the first. */
final class BrokenLines implements Consumer<BrokenLineException> {
    private static final int MOST_NAMED = 20;

    private final PrintStream out;
    private final boolean stop;
    private int broken;

    BrokenLines(PrintStream out, boolean stop) {
        this.out = out;
        this.stop = stop;
    }

    @Override
    public void accept(BrokenLineException line) {
        if (stop) {
            throw line;
        }
        if (broken++ < MOST_NAMED) {
            out.println(line.getMessage());
        }
    }

    /** Reports the number of other broken lines. */
    void end() {
        if (broken > MOST_NAMED) {
            out.println(String.format(Locale.ROOT, "and %,d more broken lines", broken - MOST_NAMED));
        }
    }
}
