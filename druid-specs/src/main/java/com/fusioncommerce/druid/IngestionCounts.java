package com.fusioncommerce.druid;

/**
 * Numbers of records that the running tasks have read since they started.
 *
 * @param processed ingested records
 * @param unparseable skipped records that do not match a registered schema
 * @param thrownAway records skipped for another reason, e.g. a timestamp outside of the range that Druid accepts
 */
public record IngestionCounts(long processed, long unparseable, long thrownAway) {}
