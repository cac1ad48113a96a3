package com.fusioncommerce.trials.checker;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When the log was looked at. Where the platform goes on working, what is younger than a minute may be half way from one
 * topic to the next, and is left out where topics are held against each other.
 *
 * @param at milliseconds since the epoch
 * @param drained whether nothing is under way, so that nothing is left out
 */
record Moment(long at, boolean drained) {
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    /** Whether what happened then has reached everything that it reaches. */
    boolean settled(long time) {
        return time < settledBefore();
    }

    /** The end of what has settled, on a full minute, as Druid's rows are. */
    long settledBefore() {
        return drained
                ? Long.MAX_VALUE
                : Instant.ofEpochMilli(at)
                        .minus(UNDER_WAY)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toEpochMilli();
    }
}
