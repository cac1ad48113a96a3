package com.fusioncommerce.druid;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Client of Druid's supervisors: controls ingestion and reads its status. Safe for threads. */
public final class SupervisorClient {
    private static final String OVERLORD = "/druid/indexer/v1";
    private static final String SUPERVISOR = OVERLORD + "/supervisor";
    private static final String COORDINATOR = "/druid/coordinator/v1";
    private static final String DATA_SOURCES = COORDINATOR + "/datasources";
    private static final String WITH_ROWS = COORDINATOR + "/metadata/datasources";
    private static final int NOT_FOUND = 404;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final DruidHttp http;

    /**
     * Creates a client of a router.
     *
     * @param router base URL of the router
     * @param timeout timeout of a request
     */
    public SupervisorClient(URI router, Duration timeout) {
        this.http = new DruidHttp(router, timeout);
    }

    /** Whether Druid accepts specs and retires data sources: an overlord and a coordinator are elected and answer. */
    public boolean isReady() {
        try {
            return !http.text(OVERLORD + "/leader").isBlank()
                    && !http.text(COORDINATOR + "/leader").isBlank();
        } catch (DruidUnavailableException e) {
            return false;
        }
    }

    /**
     * Waits until Druid accepts specs and retires data sources.
     *
     * @throws DruidUnavailableException if Druid is not ready within that time
     */
    public void awaitReady(Duration patience) {
        if (!Waiting.until(this::isReady, BETWEEN_TRIES, patience)) {
            throw new DruidUnavailableException(0, "Druid has elected no leader within " + patience);
        }
    }

    /** Starts or updates the supervisor of a spec; without effect if the same spec is already running. */
    public void apply(SupervisorSpec spec) {
        http.post(SUPERVISOR + "?skipRestartIfUnmodified=true", spec.json());
    }

    /**
     * Terminates the ingestion into a data source and removes its rows from all queries; the segments stay in deep
     * storage. Without effect if there is neither a supervisor nor a used segment.
     */
    public void retire(String dataSource) {
        if (terminate(dataSource) || hasRows(dataSource)) {
            http.delete(DATA_SOURCES + "/" + dataSource);
        }
    }

    /** Terminates a supervisor; false if there is none. */
    private boolean terminate(String dataSource) {
        try {
            http.post(SUPERVISOR + "/" + dataSource + "/terminate", DruidHttp.JSON.createObjectNode());
            return true;
        } catch (DruidException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            return false;
        }
    }

    /** Whether the metadata store lists used segments of a data source, loaded or not. */
    private boolean hasRows(String dataSource) {
        for (JsonNode name : http.get(WITH_ROWS)) {
            if (name.asText().equals(dataSource)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The status of the ingestion into a data source.
     *
     * @throws DruidException with status 404 if the data source has no supervisor
     */
    public IngestionStatus status(String dataSource) {
        JsonNode payload = http.get(SUPERVISOR + "/" + dataSource + "/status").path("payload");
        List<String> errors = new ArrayList<>();
        for (JsonNode error : payload.path("recentErrors")) {
            errors.add(error.path("message").asText());
        }
        JsonNode lag = payload.path("aggregateLag");
        return new IngestionStatus(
                payload.path("detailedState").asText(),
                payload.path("healthy").asBoolean(),
                lag.isNumber() ? lag.asLong() : IngestionStatus.UNKNOWN,
                payload.path("stream").asText(),
                positions(payload),
                List.copyOf(errors));
    }

    /** The next offset of each partition: Druid reports the end offset and the lag. */
    private static Map<Integer, Long> positions(JsonNode payload) {
        JsonNode lags = payload.path("minimumLag");
        Map<Integer, Long> positions = new HashMap<>();
        payload.path("latestOffsets").fields().forEachRemaining(end -> {
            JsonNode lag = lags.path(end.getKey());
            if (lag.isNumber()) {
                positions.put(Integer.valueOf(end.getKey()), end.getValue().asLong() - lag.asLong());
            }
        });
        return Map.copyOf(positions);
    }

    /** Counts of the records that the running tasks of a data source have read. */
    public IngestionCounts counts(String dataSource) {
        long processed = 0;
        long unparseable = 0;
        long thrownAway = 0;
        for (JsonNode group : http.get(SUPERVISOR + "/" + dataSource + "/stats")) {
            for (JsonNode task : group) {
                JsonNode totals = task.at("/totals/buildSegments");
                processed += totals.path("processed").asLong();
                unparseable += totals.path("unparseable").asLong();
                thrownAway += totals.path("thrownAway").asLong();
            }
        }
        return new IngestionCounts(processed, unparseable, thrownAway);
    }

    /** The reasons why the running tasks skipped records: the last few per task. */
    public List<String> parseErrors(String dataSource) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode error : http.get(SUPERVISOR + "/" + dataSource + "/parseErrors")) {
            for (JsonNode detail : error.path("details")) {
                reasons.add(detail.asText());
            }
        }
        return List.copyOf(reasons);
    }

    /**
     * Number of segments of all data sources that are not loaded yet and so invisible to queries: above 0 for a while
     * after a start.
     */
    public long segmentsToLoad() {
        long segments = 0;
        for (JsonNode count : http.get("/druid/coordinator/v1/loadstatus?simple")) {
            segments += count.asLong();
        }
        return segments;
    }
}
