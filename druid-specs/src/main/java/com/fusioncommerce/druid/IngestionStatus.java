package com.fusioncommerce.druid;

import java.util.List;
import java.util.Map;

/**
 * Status of the ingestion into a data source.
 *
 * @param state Druid's state, e.g. RUNNING, CONNECTING_TO_STREAM, UNHEALTHY_TASKS
 * @param healthy whether Druid reports health
 * @param lag consumer lag in offsets, or {@link #UNKNOWN}; up to half a minute old, and transaction markers count
 * @param topic topic of the supervisor
 * @param positions next offset to read, by partition; empty if Druid has not queried Kafka yet
 * @param recentErrors recent errors of the supervisor
 */
public record IngestionStatus(
        String state,
        boolean healthy,
        long lag,
        String topic,
        Map<Integer, Long> positions,
        List<String> recentErrors) {
    /** The lag is unknown: Druid has not queried Kafka yet. */
    public static final long UNKNOWN = -1;
}
