package com.fusioncommerce.workloads.simulate;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Prints running counts of the shoppers' actions. Safe for threads. */
final class LiveCounts {
    private static final long LIVE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final PrintStream out;
    private final boolean live;
    private final Map<Done, Integer> counts = new EnumMap<>(Done.class);
    private final long started = System.nanoTime();
    private long shown = started;

    /** Results of a shopper's action. */
    enum Done {
        BROWSED,
        ORDERED,
        CANCELLED,
        /** The platform refused the action, e.g. the cancellation of an order that had ended. */
        REFUSED
    }

    LiveCounts(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
        for (Done done : Done.values()) {
            counts.put(done, 0);
        }
    }

    synchronized void add(Done done) {
        counts.merge(done, 1, Integer::sum);
        long now = System.nanoTime();
        if (now - shown >= (live ? LIVE_NANOS : PLAIN_NANOS)) {
            shown = now;
            out.print(live ? "\r" + line() : line() + "\n");
            out.flush();
        }
    }

    synchronized int of(Done done) {
        return counts.get(done);
    }

    synchronized void end() {
        out.print((live ? "\r" : "") + line() + "\n");
        out.flush();
    }

    private String line() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
        return counts.entrySet().stream()
                .map(count -> String.format(
                        Locale.ROOT, "%s %,d", count.getKey().name().toLowerCase(Locale.ROOT), count.getValue()))
                .collect(Collectors.joining("  ", String.format("%4d s  ", seconds), "  "));
    }
}
