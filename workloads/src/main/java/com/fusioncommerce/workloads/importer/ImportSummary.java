package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.workloads.importer.Journal.Step;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints what was read and what the platform did with it. */
final class ImportSummary {
    private final PrintStream out;

    ImportSummary(PrintStream out) {
        this.out = out;
    }

    void form(RetailFile file, RetailForm form) {
        say("%s: %s", file.name(), form);
    }

    void read(Sales sales, Cancellations.Result cancellations) {
        say(
                "%,d lines read: %,d sales with %,d lines",
                sales.linesRead(), sales.sales().size(), sales.lines());
        new TreeMap<>(sales.setAside())
                .forEach((reason, count) -> say("  %,d lines set aside: %s", count, reason.words()));
        say(
                "%,d cancelling invoices: %,d cancel an order",
                sales.cancellations().size(), cancellations.matches().size());
        new TreeMap<>(cancellations.unmatched())
                .forEach((reason, count) -> say("  %,d cancel none: %s", count, reason.words()));
    }

    /** Prints the results; returns whether the platform accepted everything. */
    boolean sent(Map<Step, ImportTally> tallies) {
        boolean complete = true;
        for (Map.Entry<Step, ImportTally> entry : tallies.entrySet()) {
            ImportTally tally = entry.getValue();
            String step = entry.getKey().name().toLowerCase(Locale.ROOT);
            say("%s commands: %,d done now, %,d done before", step, tally.doneNow(), tally.doneEarlier());
            for (Map.Entry<String, Integer> refusal : tally.refusals().entrySet()) {
                complete = false;
                say("  %,d refused: %s, e.g. %s", refusal.getValue(), refusal.getKey(), tally.example());
            }
        }
        return complete;
    }

    private void say(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
