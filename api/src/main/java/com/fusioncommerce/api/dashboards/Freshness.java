package com.fusioncommerce.api.dashboards;

import com.fusioncommerce.druid.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks whether the dashboard's data is up to date. The newest event that Druid counts is compared with the log's: a
 * shop without new events is up to date, however old its last order.
 */
final class Freshness {
    private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);

    /** Usual delay: two checkpoints of the job and a poll of Druid, with a margin for slow machines. */
    private static final Duration USUAL = Duration.ofSeconds(30);

    private final OrderTail log;

    Freshness(OrderTail log) {
        this.log = log;
    }

    /** State of the data's freshness. */
    enum State {
        /** Druid counts all events in the log, except those of the last seconds. */
        CURRENT,
        /** Events in the log have been missing in Druid for longer than the usual delay. */
        LATE,
        /** The tenant has no events yet. */
        EMPTY,
        /** The log cannot be read, so that the freshness is unknown. */
        UNKNOWN
    }

    /** One row: the state, {@code behindMs} and Druid's counts. */
    List<Row> of(String tenant, List<Row> counted, Instant now) {
        Optional<Instant> newest =
                counted.stream().flatMap(row -> row.time("newest").stream()).findFirst();
        long events = counted.stream().mapToLong(row -> row.number("events")).reduce(0, Math::addExact);
        Map<String, Object> row = new LinkedHashMap<>();
        try {
            Optional<Instant> missing = log.firstAfter(tenant, newest.orElse(Instant.EPOCH));
            long behind = missing.map(
                            since -> Math.max(0, Duration.between(since, now).toMillis()))
                    .orElse(0L);
            row.put("state", state(newest, missing, behind).name().toLowerCase(Locale.ROOT));
            row.put("behindMs", behind);
        } catch (KafkaException e) {
            LOG.warn("the log cannot be read, so that nobody knows how fresh the numbers of {} are", tenant, e);
            row.put("state", State.UNKNOWN.name().toLowerCase(Locale.ROOT));
            row.put("behindMs", null);
        }
        row.put("newest", newest.map(Instant::toString).orElse(null));
        row.put("events", events);
        return List.of(new Row(row));
    }

    private static State state(Optional<Instant> newest, Optional<Instant> missing, long behind) {
        if (behind > USUAL.toMillis()) {
            return State.LATE;
        }
        return newest.isEmpty() && missing.isEmpty() ? State.EMPTY : State.CURRENT;
    }
}
