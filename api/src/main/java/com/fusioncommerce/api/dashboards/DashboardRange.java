package com.fusioncommerce.api.dashboards;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A time range of the dashboard, and the length of its time steps. */
@SuppressWarnings("ImmutableEnumChecker") // Durations and periods are immutable; their common type does not show it.
enum DashboardRange {
    HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
    DAY(Duration.ofDays(1), Duration.ofMinutes(15)),
    ALL(null, Period.ofDays(1));

    /** The names of all ranges. */
    static final Schema SCHEMA = Schema.words(names());

    private final Duration length;
    private final TemporalAmount step;

    DashboardRange(Duration length, TemporalAmount step) {
        this.length = length;
        this.step = step;
    }

    /** The range with a name in a query. */
    static DashboardRange named(String name) {
        return Arrays.stream(values())
                .filter(range -> range.code().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.of(ProblemType.INVALID_PARAMETER, "range must be one of " + names() + "."));
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(DashboardRange::code).toList();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The beginning of the range up to {@code now}, aligned to a whole step. */
    Instant from(Instant now) {
        if (length == null) {
            return Instant.EPOCH;
        }
        // All time zone offsets in use are multiples of a quarter of an hour.
        long width = ((Duration) step).toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(now.minus(length).toEpochMilli(), width) * width);
    }

    TemporalAmount step() {
        return step;
    }
}
