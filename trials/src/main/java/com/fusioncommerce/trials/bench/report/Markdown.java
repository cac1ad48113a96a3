package com.fusioncommerce.trials.bench.report;

import com.fusioncommerce.trials.bench.machine.Machine;
import com.fusioncommerce.trials.bench.machine.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Renders results as Markdown. */
public final class Markdown {
    private static final double FEW = 10;
    private static final double SOME = 100;

    private Markdown() {}

    /** Renders a result: its circumstances, tables and checks. */
    public static String of(Result result) {
        List<String> parts = new ArrayList<>();
        parts.add(origin(result));
        result.tables().forEach(table -> parts.add(table(table)));
        if (!result.targets().isEmpty()) {
            parts.add(table(targets(result.targets())));
        }
        if (!result.checks().isEmpty()) {
            parts.add(checks(result.checks()));
        }
        if (!result.notes().isEmpty()) {
            parts.add(String.join("\n\n", result.notes()));
        }
        return String.join("\n\n", parts) + "\n";
    }

    private static String origin(Result result) {
        Machine machine = result.machine();
        String settings = result.settings().entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
        return "`" + result.command() + "` · " + result.startedAt() + ", " + result.seconds() + " s · "
                + machine.cores()
                + " × " + machine.cpu() + ", " + machine.memoryMib() + " MiB, " + machine.kernel() + ", Java "
                + machine.java() + " · warm-up: " + result.warmUp()
                + (settings.isEmpty() ? "" : " · " + settings) + "\n\n"
                + surroundings(result.surroundings());
    }

    private static String surroundings(Surroundings around) {
        String figures = String.format(
                Locale.ROOT,
                "other processes took %.1f %% of the processors while it ran, the machine's host %.1f %%; load before: %s",
                around.othersPercent(),
                around.stolenPercent(),
                around.loadBefore().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        return around.isQuiet()
                ? "The machine was quiet: " + figures + "."
                : "**The machine was not quiet, so these figures are too low**: " + figures + ".";
    }

    /** Shows failed checks, and folds passed ones. */
    private static String checks(List<Check> checks) {
        List<String> failed = checks.stream()
                .filter(check -> !check.passed())
                .map(check -> "- **FAILED**: " + line(check))
                .toList();
        List<String> held = checks.stream()
                .filter(Check::passed)
                .map(check -> "- " + line(check))
                .toList();
        String summary = held.size() + " of " + checks.size() + " checks held";
        return (failed.isEmpty() ? "" : String.join("\n", failed) + "\n\n") + "<details><summary>" + summary
                + "</summary>\n\n" + String.join("\n", held) + "\n\n</details>";
    }

    private static String line(Check check) {
        return check.name() + (check.detail().isEmpty() ? "" : " — " + check.detail());
    }

    private static Table targets(List<Target> targets) {
        Table table = Table.of("Targets", "target", "wanted", "measured", "met");
        targets.forEach(target ->
                table.row(target.name(), target.wanted(), target.measured(), target.met() ? "yes" : "**no**"));
        return table;
    }

    /** Renders one table, with numbers aligned right. */
    static String table(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add("**" + table.title() + "**");
        lines.add("");
        lines.add(line(table.columns()));
        lines.add(line(java.util.stream.IntStream.range(0, table.columns().size())
                .mapToObj(column -> isNumeric(table, column) ? "---:" : "---")
                .toList()));
        table.rows()
                .forEach(row -> lines.add(line(row.stream().map(Markdown::cell).toList())));
        return String.join("\n", lines);
    }

    private static boolean isNumeric(Table table, int column) {
        return !table.rows().isEmpty() && table.rows().stream().allMatch(row -> row.get(column) instanceof Number);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String cell(Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            double size = Math.abs(number);
            return String.format(Locale.ROOT, size < FEW ? "%.2f" : size < SOME ? "%.1f" : "%,.0f", number);
        }
        return value instanceof Number number
                ? String.format(Locale.ROOT, "%,d", number.longValue())
                : value.toString();
    }
}
