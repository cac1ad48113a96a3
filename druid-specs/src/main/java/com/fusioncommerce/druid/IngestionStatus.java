package com.fusioncommerce.druid;

import java.util.List;
import java.util.Map;

/**
 * How the ingestion into a data source goes.
 *
 * @param state as Druid says it, e.g. RUNNING, CONNECTING_TO_STREAM, UNHEALTHY_TASKS
 * @param healthy whether Druid thinks so
 * @param lag offsets of the topic that are not read yet, or {@link #UNKNOWN}; up to half a minute old, and ends of
 *     transactions count
 * @param topic that it reads
 * @param positions by partition, the offset to read next; empty where Druid has not asked Kafka yet
 * @param recentErrors what went wrong lately
 */
public record IngestionStatus(
        String state,
        boolean healthy,
        long lag,
        String topic,
        Map<Integer, Long> positions,
        List<String> recentErrors) {
    /** Druid does not know the lag: it has not asked Kafka yet. */
    public static final long UNKNOWN = -1;
}
