package com.fusioncommerce.trials.bench.machine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How busy the machine was with other things than the benchmark.
 *
 * @param loadBefore load averages over 1, 5 and 15 minutes before it began
 * @param othersPercent processor time that other processes took while it ran, of all cores
 * @param stolenPercent processor time that the machine's host took away, of all cores
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

    /** Whether figures can be taken seriously: others and the host took less than a twentieth of the machine. */
    @JsonIgnore
    public boolean isQuiet() {
        return othersPercent + stolenPercent < QUIET_PERCENT;
    }
}
