package com.fusioncommerce.platform.status;

import com.fusioncommerce.druid.IngestionStatus;
import com.fusioncommerce.druid.SupervisorClient;
import com.fusioncommerce.druid.SupervisorSpecs;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Lag of Druid's ingestion behind the analytics topics. */
final class IngestionLags {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SupervisorClient druid;
    private final String kafka;

    /**
     * Reads the lag of a Druid.
     *
     * @param router base URL of its router
     * @param kafka bootstrap servers of the brokers that it reads from
     */
    IngestionLags(URI router, String kafka) {
        this.druid = new SupervisorClient(router, PATIENCE);
        this.kafka = kafka;
    }

    /**
     * The lag of every data source.
     *
     * @throws com.fusioncommerce.druid.DruidException if Druid does not answer
     */
    List<Lag> read() {
        try (UnreadRecords unread = new UnreadRecords(kafka)) {
            return SupervisorSpecs.dataSources().stream()
                    .map(source -> lag(source, druid.status(source), unread))
                    .toList();
        }
    }

    private static Lag lag(String source, IngestionStatus status, UnreadRecords unread) {
        if (status.lag() == IngestionStatus.UNKNOWN) {
            return new Lag(source, status.state(), null);
        }
        if (status.positions().isEmpty()) {
            return new Lag(source, status.state(), status.lag());
        }
        Map<TopicPartition, Long> positions = new HashMap<>();
        status.positions()
                .forEach((partition, offset) -> positions.put(new TopicPartition(status.topic(), partition), offset));
        return new Lag(source, status.state(), unread.count(positions, unread.ends(positions.keySet())));
    }
}
