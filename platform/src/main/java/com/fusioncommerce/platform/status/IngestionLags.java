package com.fusioncommerce.platform.status;

import com.fusioncommerce.druid.IngestionStatus;
import com.fusioncommerce.druid.SupervisorClient;
import com.fusioncommerce.druid.SupervisorSpecs;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** How far Druid lags behind the analytics topics. */
final class IngestionLags {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SupervisorClient druid;

    IngestionLags(URI router) {
        this.druid = new SupervisorClient(router, PATIENCE);
    }

    /**
     * Every data source.
     *
     * @throws com.fusioncommerce.druid.DruidException if Druid does not tell
     */
    List<Lag> read() {
        return SupervisorSpecs.dataSources().stream()
                .map(source -> lag(source, druid.status(source)))
                .toList();
    }

    private static Lag lag(String source, IngestionStatus status) {
        return new Lag(source, status.state(), status.lag() == IngestionStatus.UNKNOWN ? null : status.lag());
    }
}
