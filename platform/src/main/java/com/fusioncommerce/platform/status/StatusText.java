package com.fusioncommerce.platform.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;

/** Renders a status report as tables. */
public final class StatusText {
    private static final String PART_ROW = "%-14s %-5s %-16s %6s %8s %9s %9s  %s";
    private static final String LAG_ROW = "%-32s %-24s %12s";

    private StatusText() {}

    /** Renders the whole report. */
    public static String of(StatusReport report) {
        StringJoiner text = new StringJoiner("\n");
        text.add(row(PART_ROW, "PART", "STATE", "VERSION", "PORT", "PID", "RSS", "UP FOR", ""));
        report.parts().forEach(part -> text.add(part(part)));
        text.add(total(report.parts()));
        lags(text, "CONSUMER GROUP", report.consumers());
        lags(text, "OTHERS' CONSUMER GROUP", report.others());
        lags(text, "DRUID DATA SOURCE", report.ingestion());
        report.problems().forEach(problem -> text.add("").add(problem));
        return text.toString();
    }

    private static String part(PartStatus part) {
        return row(
                PART_ROW,
                part.name(),
                part.up() ? "up" : "DOWN",
                part.version(),
                orDash(part.port()),
                orDash(part.pid()),
                part.residentMib() == null ? "-" : part.residentMib() + " MiB",
                part.uptimeSeconds() == null ? "-" : uptime(Duration.ofSeconds(part.uptimeSeconds())),
                part.detail());
    }

    private static String total(List<PartStatus> parts) {
        long mib = parts.stream()
                .map(PartStatus::residentMib)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return row(PART_ROW, "together", "", "", "", "", mib + " MiB", "", "");
    }

    private static void lags(StringJoiner text, String title, List<Lag> lags) {
        if (!lags.isEmpty()) {
            text.add("").add(row(LAG_ROW, title, "STATE", "LAG"));
            lags.forEach(lag -> text.add(row(LAG_ROW, lag.reader(), lag.state(), orDash(lag.records()))));
        }
    }

    /** A duration in its two largest units: {@code 3d 4h}, {@code 2h 5m}, {@code 1m 7s}, {@code 9s}. */
    static String uptime(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + "d " + duration.toHoursPart() + "h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + "h " + duration.toMinutesPart() + "m";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + "m " + duration.toSecondsPart() + "s";
        }
        return duration.toSeconds() + "s";
    }

    private static String orDash(Object value) {
        return value == null ? "-" : value.toString();
    }

    private static String row(String format, Object... cells) {
        return String.format(Locale.ROOT, format, cells).stripTrailing();
    }
}
