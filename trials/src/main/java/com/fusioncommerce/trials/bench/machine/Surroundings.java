package com.fusioncommerce.trials.bench.machine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Load on the machine from other sources than the benchmark.
 *
 * @param loadBefore load averages over 1, 5 and 15 minutes before the run
 * @param othersPercent processor time of other processes during the run, of all cores
 * @param stolenPercent processor time taken by the hypervisor, of all cores
 */
public record Surroundings(
        @JsonProperty("loadBefore") List<Double> loadBefore,
        @JsonProperty("othersPercent") double othersPercent,
        @JsonProperty("stolenPercent") double stolenPercent) {
    private static final double QUIET_PERCENT = 5;

    /** Copies the list. */
    public Surroundings {
        loadBefore = List.copyOf(loadBefore);
    }

    /**
     * Whether the figures are reliable: other processes and the hypervisor took less than a twentieth of the machine.
     */
    @JsonIgnore
    public boolean isQuiet() {
        return othersPercent + stolenPercent < QUIET_PERCENT;
    }
}
