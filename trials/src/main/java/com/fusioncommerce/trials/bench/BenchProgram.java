package com.fusioncommerce.trials.bench;

/** The body of a benchmark. */
@FunctionalInterface
public interface BenchProgram {
    /**
     * Starts the needed parts, warms up, measures, and adds the results to {@code run}.
     *
     * @throws Exception if the measurement fails; no result is written then
     */
    void measure(BenchRun run) throws Exception;
}
