package com.fusioncommerce.trials.bench;

/** What a benchmark does. */
@FunctionalInterface
public interface BenchProgram {
    /**
     * Starts what it needs, warms up, measures, and puts what it finds into {@code run}.
     *
     * @throws Exception if it cannot be measured; nothing is written then
     */
    void measure(BenchRun run) throws Exception;
}
