package com.fusioncommerce.trials.checker;

import java.time.Instant;
import java.util.Locale;

/** Renders a verdict for people. */
public final class VerdictText {
    private static final int SHOWN = 20;

    private VerdictText() {}

    /** One line per property, followed by its first twenty gaps. */
    public static String of(Verdict verdict) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Checked tenant %s as of %s: %,d records in %.1f s%n",
                verdict.tenant(),
                Instant.ofEpochMilli(verdict.asOf()),
                verdict.records(),
                verdict.tookMs() / 1_000.0));
        verdict.findings().forEach(finding -> append(text, finding));
        long gaps = verdict.findings().stream().mapToLong(f -> f.gaps().size()).sum();
        text.append(verdict.green() ? "Everything holds." : gaps + " gaps.").append(System.lineSeparator());
        return text.toString();
    }

    private static void append(StringBuilder text, Verdict.Finding finding) {
        boolean holds = finding.gaps().isEmpty();
        text.append(String.format(
                Locale.ROOT,
                "  %-4s %-62s %,9d examined%s%n",
                holds ? "ok" : "GAPS",
                finding.property(),
                finding.examined(),
                holds ? "" : ", " + finding.gaps().size() + " gaps"));
        finding.notes().forEach(note -> text.append(String.format("         note: %s%n", note)));
        finding.gaps().stream()
                .limit(SHOWN)
                .forEach(gap -> text.append(String.format("         %s: %s%n", gap.key(), gap.message())));
        if (finding.gaps().size() > SHOWN) {
            text.append(String.format(
                    "         … and %d more, all in the JSON report%n",
                    finding.gaps().size() - SHOWN));
        }
    }
}
