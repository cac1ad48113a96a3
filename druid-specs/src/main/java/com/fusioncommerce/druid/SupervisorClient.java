package com.fusioncommerce.druid;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts ingestion, and says how it goes. Safe for threads. */
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
     * Speaks to a router.
     *
     * @param router its base URL
     * @param timeout how long an answer may take
     */
    public SupervisorClient(URI router, Duration timeout) {
        this.http = new DruidHttp(router, timeout);
    }

    /** Whether Druid can take specs and retire data sources: its overlord and its coordinator are elected, and answer. */
    public boolean isReady() {
        try {
            return !http.text(OVERLORD + "/leader").isBlank()
                    && !http.text(COORDINATOR + "/leader").isBlank();
        } catch (DruidUnavailableException e) {
            return false;
        }
    }

    /**
     * Waits until Druid can take specs and retire data sources.
     *
     * @throws DruidUnavailableException if it cannot by then
     */
    public void awaitReady(Duration patience) {
        if (!Waiting.until(this::isReady, BETWEEN_TRIES, patience)) {
            throw new DruidUnavailableException(0, "Druid has elected no leader within " + patience);
        }
    }

    /** Starts what a spec says, or changes what runs; where the same spec runs already, nothing happens. */
    public void apply(SupervisorSpec spec) {
        http.post(SUPERVISOR + "?skipRestartIfUnmodified=true", spec.json());
    }

    /**
     * Ends the ingestion into a data source and takes its rows out of all queries; the segments stay where they are stored.
     * Where there is neither a supervisor nor a row in use, nothing happens.
     */
    public void retire(String dataSource) {
        if (terminate(dataSource) || hasRows(dataSource)) {
            http.delete(DATA_SOURCES + "/" + dataSource);
        }
    }

    /** Ends a supervisor; false if there is none. */
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

    /** Whether a data source has segments in use, by the metadata store and not by what is loaded so far. */
    private boolean hasRows(String dataSource) {
        for (JsonNode name : http.get(WITH_ROWS)) {
            if (name.asText().equals(dataSource)) {
                return true;
            }
        }
        return false;
    }

    /**
     * How the ingestion into a data source goes.
     *
     * @throws DruidException with status 404 if it has no supervisor
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

    /** Druid tells the end of each partition and how far it is from there. */
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

    /** What the tasks that run now for a data source have done with the records that they read. */
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

    /** Why records were passed over by the tasks that run now: the last few reasons a task. */
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
     * How many segments of all data sources are not loaded yet, so that queries do not see them: more than 0 for a while
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
