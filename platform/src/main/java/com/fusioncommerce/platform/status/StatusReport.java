package com.fusioncommerce.platform.status;

import java.util.List;

/**
 * The output of {@code fusion status}.
 *
 * @param running whether a supervisor runs
 * @param parts in the order of starting
 * @param consumers lag of the platform's own consumer groups
 * @param others lag of other consumer groups on the same brokers
 * @param ingestion lag of Druid's data sources
 * @param problems errors while the status was read
 */
public record StatusReport(
        boolean running,
        List<PartStatus> parts,
        List<Lag> consumers,
        List<Lag> others,
        List<Lag> ingestion,
        List<String> problems) {
    /** Copies the lists. */
    public StatusReport {
        parts = List.copyOf(parts);
        consumers = List.copyOf(consumers);
        others = List.copyOf(others);
        ingestion = List.copyOf(ingestion);
        problems = List.copyOf(problems);
    }

    /** Whether a supervisor runs and all parts are up. */
    public boolean allUp() {
        return running && parts.stream().allMatch(PartStatus::up);
    }
}
