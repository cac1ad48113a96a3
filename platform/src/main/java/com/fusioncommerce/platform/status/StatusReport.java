package com.fusioncommerce.platform.status;

import java.util.List;

/**
 * Everything that {@code fusion status} tells.
 *
 * @param running whether a supervisor runs
 * @param parts in the order in which they were started
 * @param consumers lag of the platform's own consumer groups
 * @param others lag of other consumer groups that read from the same brokers
 * @param ingestion lag of Druid's data sources
 * @param problems what could not be found out
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

    /** Whether everything does its work. */
    public boolean allUp() {
        return running && parts.stream().allMatch(PartStatus::up);
    }
}
