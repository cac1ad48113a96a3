package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.trials.chaos.ChaosReport.Round;
import com.fusioncommerce.trials.chaos.ChaosReport.Service;
import com.fusioncommerce.trials.checker.VerdictText;
import java.util.Locale;

/** Renders a chaos report as Markdown. */
final class ChaosText {
    private static final int PERCENT = 100;
    private static final double MS_A_SECOND = 1_000;

    private ChaosText() {}

    static String of(ChaosReport report, String command) {
        StringBuilder page = new StringBuilder(String.format(
                Locale.ROOT,
                """
                # Chaos: %s

                `%s`, %s, on %s; %s.

                %,d commands acknowledged, %d never answered, %d requests not sent because too many were under way.
                "First try" is the share whose first attempt was answered, by a client that asks the nodes in turn and \
                knows nothing of their health; "answered" is the share that any node answered within 5 s. The gap is the \
                longest time without any answer.

                | broken | at | broken for | well again after | reads: first try | answered | gap | writes: first try | answered | gap |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """,
                report.green() ? "green" : "NOT green",
                command,
                report.started(),
                report.machine(),
                report.shape(),
                report.acknowledged(),
                report.unanswered(),
                report.notSent()));
        page.append(String.format("| nothing | | | | %s |%n", service(report.calm())));
        report.rounds().forEach(round -> page.append(line(round)));
        page.append(System.lineSeparator());
        report.notBroken()
                .forEach((fault, why) -> page.append(String.format("- Not broken: %s, since %s%n", fault, why)));
        if (!report.notReached().isEmpty()) {
            page.append(String.format("- No time for: %s%n", String.join(", ", report.notReached())));
        }
        if (!report.drained()) {
            page.append(String.format("- Not everything had arrived when patience ended.%n"));
        }
        return page.append(String.format("%n```%n%s```%n", VerdictText.of(report.verdict())))
                .toString();
    }

    private static String line(Round round) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f s | %s | %s | %s |%n",
                round.fault(),
                round.atSeconds(),
                seconds(round.brokenMs()),
                round.recovered() ? seconds(round.recoveredMs()) : "NOT in " + seconds(round.recoveredMs()),
                service(round.service()));
    }

    private static String service(Service service) {
        return cells(service.reads()) + " | " + cells(service.writes());
    }

    private static String cells(Availability availability) {
        return String.format(
                Locale.ROOT,
                "%.1f %% of %d | %.1f %% | %s",
                availability.firstTry() * PERCENT,
                availability.sent(),
                availability.answered() * PERCENT,
                seconds(availability.longestGapMs()));
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.1f s", ms / MS_A_SECOND);
    }
}
