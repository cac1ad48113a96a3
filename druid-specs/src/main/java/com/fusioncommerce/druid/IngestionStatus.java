package com.fusioncommerce.druid;

import java.util.List;

/**
 * How the ingestion into a data source goes.
 *
 * @param state as Druid says it, e.g. RUNNING, CONNECTING_TO_STREAM, UNHEALTHY_TASKS
 * @param healthy whether Druid thinks so
 * @param lag records written to the topic and not read yet, or {@link #UNKNOWN}; up to half a minute old
 * @param recentErrors what went wrong lately
 */
public record IngestionStatus(String state, boolean healthy, long lag, List<String> recentErrors) {
    /** Druid does not know the lag: it has not asked Kafka yet. */
    public static final long UNKNOWN = -1;
}
