package com.fusioncommerce.trials.checker;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time of the check. On a platform that goes on working, records younger than a minute may not have reached all
 * topics, and are left out of comparisons between topics.
 *
 * @param at milliseconds since the epoch
 * @param drained whether nothing is in progress, so that nothing is left out
 */
record Moment(long at, boolean drained) {
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    /** Whether effects of an event of this time must have reached all topics. */
    boolean settled(long time) {
        return time < settledBefore();
    }

    /** The end of the settled time, rounded to a full minute, like Druid's rows. */
    long settledBefore() {
        return drained
                ? Long.MAX_VALUE
                : Instant.ofEpochMilli(at)
                        .minus(UNDER_WAY)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toEpochMilli();
    }
}
