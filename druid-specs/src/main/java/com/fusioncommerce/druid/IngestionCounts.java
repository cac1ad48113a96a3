package com.fusioncommerce.druid;

/**
 * What became of records since the tasks that run now began.
 *
 * @param processed taken in
 * @param unparseable passed over, as they are no records of a registered schema
 * @param thrownAway passed over for another reason, e.g. that they are outside of the time range that Druid takes
 */
public record IngestionCounts(long processed, long unparseable, long thrownAway) {}
