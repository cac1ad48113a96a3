package com.fusioncommerce.trials.bench.load;

import org.HdrHistogram.Histogram;

/**
 * Distribution of latencies, in milliseconds.
 *
 * @param count number of answers
 */
public record Latency(long count, double p50, double p95, double p99, double max) {
    private static final double MICROS_PER_MS = 1_000;
    private static final double HALF = 50;
    private static final double MOST = 95;
    private static final double NEARLY_ALL = 99;

    /** The distribution of a histogram in microseconds. */
    public static Latency ofMicros(Histogram micros) {
        return new Latency(
                micros.getTotalCount(),
                at(micros, HALF),
                at(micros, MOST),
                at(micros, NEARLY_ALL),
                micros.getMaxValue() / MICROS_PER_MS);
    }

    private static double at(Histogram micros, double percentile) {
        return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percentile) / MICROS_PER_MS;
    }
}
