package com.fusioncommerce.platform;

import com.fusioncommerce.platform.supervisor.Watcher;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Console for logs, pipes and CI: prints one line per event. */
class PlainConsole implements Watcher {
    private static final int NAME_WIDTH = 10;

    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    PlainConsole(PrintStream out) {
        this.out = out;
    }

    @Override
    public void working(String part, String doing) {
        say(part, doing + " …");
    }

    @Override
    public void ready(String part, Duration took, String note) {
        say(part, "ready after " + seconds(took) + (note.isEmpty() ? "" : ": " + note));
    }

    @Override
    public void died(String part, String how, List<String> logTail, Duration restartIn) {
        say(part, how + ", starting it again in " + seconds(restartIn) + "; it last wrote:");
        logTail.forEach(line -> print("      | " + LogLine.readable(line)));
    }

    @Override
    public void stopping(String part) {
        say(part, "stopping …");
    }

    @Override
    public void stopped(String part, boolean killed) {
        say(part, killed ? "did not stop in time and was killed" : "stopped");
    }

    /** Time since the console was created. */
    final Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Prints a separate line. */
    synchronized void print(String line) {
        out.println(line);
        out.flush();
    }

    /** Ends the display of progress; later events are printed as one line each. */
    void finish() {}

    private void say(String part, String what) {
        print(String.format(
                Locale.ROOT, "  %6.1f s  %-" + NAME_WIDTH + "s %s", elapsed().toMillis() / 1000.0, part, what));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
