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
 * Whether what is shown is all that has happened. The newest event that Druid counts is held against the log's: a shop in
 * which nothing happens is up to date, however old its last order.
 */
final class Freshness {
    private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);

    /** Two checkpoints of the job and a poll of Druid, with room for a slow machine. */
    private static final Duration USUAL = Duration.ofSeconds(30);

    private final OrderTail log;

    Freshness(OrderTail log) {
        this.log = log;
    }

    /** How far the numbers can be trusted to be up to date. */
    enum State {
        /** Everything in the log is counted, or was written within the last seconds. */
        CURRENT,
        /** There are events that have waited for longer than they should. */
        LATE,
        /** Nothing has happened yet. */
        EMPTY,
        /** The log cannot be read, so that nobody knows. */
        UNKNOWN
    }

    /** One row: state, {@code behindMs} and what Druid knows. */
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
