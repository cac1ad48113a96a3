package com.fusioncommerce.platform.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Progress of a long operation, with rate and remaining time: a bar that redraws itself at a terminal, else one line
 * every few seconds. Safe for threads.
 */
public final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long LIVE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final PrintStream out;
    private final boolean live;
    private String what = "";
    private long total;
    private long done;
    private long skipped;
    private long started;
    private long shown;

    /** A bar on a stream; {@code live} if that is an interactive terminal. */
    public ProgressBar(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /** Begins {@code all} items, {@code before} of which were done earlier. */
    public synchronized void begin(String name, long all, long before) {
        what = name;
        total = all;
        done = 0;
        skipped = before;
        started = System.nanoTime();
        shown = started;
    }

    /** Counts one more item as done. */
    public synchronized void step() {
        step(1);
    }

    /** Counts {@code more} items as done. */
    public synchronized void step(long more) {
        done += more;
        long now = System.nanoTime();
        if (now - shown >= (live ? LIVE_NANOS : PLAIN_NANOS)) {
            shown = now;
            out.print(live ? "\r" + line(now) : line(now) + "\n");
            out.flush();
        }
    }

    /** Ends the bar, whether all items are done or not. */
    public synchronized void end() {
        out.print((live ? "\r" : "") + line(System.nanoTime()) + "\n");
        out.flush();
    }

    private String line(long now) {
        double seconds = (now - started) / 1e9;
        double rate = seconds > 0 ? done / seconds : 0;
        long left = total - skipped - done;
        String rest = left == 0 ? "in " + time(seconds) : rate > 0 ? "ETA " + time(left / rate) : "";
        double share = total == 0 ? 1 : (double) (done + skipped) / total;
        String bar = "#".repeat((int) (share * WIDTH)) + ".".repeat(WIDTH - (int) (share * WIDTH));
        return String.format(
                Locale.ROOT, "%-13s [%s] %,d/%,d  %,.0f/s  %-12s", what, bar, done + skipped, total, rate, rest);
    }

    private static String time(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
