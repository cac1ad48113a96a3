package com.fusioncommerce.trials.bench;

import com.fusioncommerce.trials.bench.machine.Machine;
import com.fusioncommerce.trials.bench.machine.SurroundingsMeter;
import com.fusioncommerce.trials.bench.report.Check;
import com.fusioncommerce.trials.bench.report.Result;
import com.fusioncommerce.trials.bench.report.Table;
import com.fusioncommerce.trials.bench.report.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One run of a benchmark: collects results and prints progress. For one thread. */
public final class BenchRun {
    private final String name;
    private final String command;
    private final PrintStream out;
    private final SurroundingsMeter meter;
    private final Instant startedAt = Instant.now();
    private final long started = System.nanoTime();
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String warmUp = "none";

    private BenchRun(String name, String command, PrintStream out, SurroundingsMeter meter) {
        this.name = name;
        this.command = command;
        this.out = out;
        this.meter = meter;
    }

    /** Begins a run, and measuring the machine's other load. */
    static BenchRun begin(String name, String command, PrintStream out) throws IOException {
        return new BenchRun(name, command, out, SurroundingsMeter.start());
    }

    /** Prints a line of progress. */
    public void say(String format, Object... values) {
        double seconds = (System.nanoTime() - started) / 1e9;
        out.printf(Locale.ROOT, "%7.1f s  %s%n", seconds, String.format(Locale.ROOT, format, values));
        out.flush();
    }

    /** Describes the warm-up and its length, in words. */
    public void warmUp(String what) {
        warmUp = what;
    }

    /** Records a setting on which the figures depend. */
    public void setting(String setting, Object value) {
        settings.put(setting, value);
    }

    /** Adds an empty table. */
    public Table table(String title, String... columns) {
        Table table = Table.of(title, columns);
        tables.add(table);
        return table;
    }

    /** Records a check; the run fails if the check failed. */
    public void check(String what, boolean passed, String detail) {
        checks.add(new Check(what, passed, detail));
        say("%s %s%s", passed ? "held:  " : "FAILED:", what, detail.isEmpty() ? "" : " — " + detail);
    }

    /** Records a target with an upper bound. */
    public void atMost(String what, double most, double measured, String unit) {
        target(what, "≤ ", most, measured, unit, measured <= most);
    }

    /** Records a target with a lower bound. */
    public void atLeast(String what, double least, double measured, String unit) {
        target(what, "≥ ", least, measured, unit, measured >= least);
    }

    private void target(String what, String sign, double wanted, double measured, String unit, boolean met) {
        targets.add(new Target(what, sign + figure(wanted) + " " + unit, figure(measured) + " " + unit, met));
    }

    private static String figure(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, Math.abs(number) < 100 ? "%,.2f" : "%,.0f", number);
    }

    /** Adds a sentence below the tables. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** Attributes processes that the benchmark did not start to it. */
    void owns(Collection<Long> pids) {
        meter.add(pids);
    }

    Result result() throws IOException {
        return new Result(
                name,
                command,
                startedAt.truncatedTo(ChronoUnit.SECONDS).toString(),
                (System.nanoTime() - started) / 1_000_000_000,
                Machine.here(),
                meter.read(),
                warmUp,
                settings,
                tables,
                targets,
                checks,
                notes);
    }
}
