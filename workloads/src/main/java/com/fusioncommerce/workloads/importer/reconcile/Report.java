package com.fusioncommerce.workloads.importer.reconcile;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a reconciliation: totals of every witness, months and countries in full, and the differences. */
public final class Report {
    private static final int MOST_DIFFERENCES = 40;
    private static final int MINOR_DECIMALS = 2;

    private final Reconciliation reconciliation;
    private final List<Count> witnesses = new ArrayList<>();
    private final PrintStream out;

    private Report(Reconciliation reconciliation, PrintStream out) {
        this.reconciliation = reconciliation;
        this.out = out;
        witnesses.add(reconciliation.source());
        witnesses.addAll(reconciliation.others());
    }

    /** Prints the report, and returns whether all counts agree. */
    public static boolean print(Reconciliation reconciliation, PrintStream out) {
        return new Report(reconciliation, out).print();
    }

    private boolean print() {
        List<Difference> differences = reconciliation.differences();
        months();
        summary(differences);
        differences.stream().limit(MOST_DIFFERENCES).forEach(this::difference);
        if (differences.size() > MOST_DIFFERENCES) {
            out.printf(Locale.ROOT, "  and %,d more%n", differences.size() - MOST_DIFFERENCES);
        }
        return differences.isEmpty();
    }

    private void months() {
        Count source = reconciliation.source();
        out.printf("%n%-22s %9s %9s %11s %16s%n", "by " + source.witness(), "orders", "lines", "units", "revenue");
        for (Dimension dimension : List.of(Dimension.MONTH, Dimension.COUNTRY)) {
            for (String value : source.values(dimension)) {
                row("  " + value, source, dimension, value);
            }
        }
    }

    private void row(String label, Count count, Dimension dimension, String value) {
        out.printf(
                Locale.ROOT,
                "%-22s %,9d %,9d %,11d %,16.2f%n",
                label,
                count.of(dimension, value, Measure.ORDERS),
                count.of(dimension, value, Measure.LINES),
                count.of(dimension, value, Measure.UNITS),
                new BigDecimal(count.of(dimension, value, Measure.REVENUE), MINOR_DECIMALS));
    }

    private void summary(List<Difference> differences) {
        out.printf("%n%-10s %-8s", "by", "");
        witnesses.forEach(witness -> out.printf(" %20s", witness.witness()));
        out.printf(" %14s%n", "differences");
        for (Dimension dimension : Dimension.values()) {
            for (Measure measure : Measure.values()) {
                if (reconciliation.source().counts(dimension, measure)) {
                    total(dimension, measure, differences);
                }
            }
        }
    }

    private void total(Dimension dimension, Measure measure, List<Difference> differences) {
        String name = dimension.word() + " (" + reconciliation.values(dimension).size() + ")";
        out.printf("%-15s %-8s", name, measure.word());
        for (Count witness : witnesses) {
            out.printf(
                    " %20s",
                    witness.counts(dimension, measure)
                            ? String.format(Locale.ROOT, "%,d", witness.total(dimension, measure))
                            : "-");
        }
        long different = differences.stream()
                .filter(found -> found.dimension() == dimension && found.measure() == measure)
                .count();
        out.printf(" %14s%n", different == 0 ? "none" : String.format(Locale.ROOT, "%,d", different));
    }

    private void difference(Difference found) {
        out.printf(
                Locale.ROOT,
                "  %s %s: %s counts %,d %s, %s %,d%n",
                found.dimension().word(),
                found.value(),
                reconciliation.source().witness(),
                found.expected(),
                found.measure().word(),
                found.witness(),
                found.actual());
    }
}
