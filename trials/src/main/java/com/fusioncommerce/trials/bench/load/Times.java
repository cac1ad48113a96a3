package com.fusioncommerce.trials.bench.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.HdrHistogram.Histogram;

/** Histogram of latencies per status, up to ten minutes. */
final class Times {
    private static final long LONGEST_US = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    private final Map<Integer, Histogram> micros = new TreeMap<>();

    private static Histogram none() {
        return new Histogram(LONGEST_US, DIGITS);
    }

    void record(int status, long nanos) {
        micros.computeIfAbsent(status, any -> none())
                .recordValue(Math.min(LONGEST_US, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    void add(Times other) {
        other.micros.forEach((status, histogram) ->
                micros.computeIfAbsent(status, any -> none()).add(histogram));
    }

    /** Number of answers per status. */
    Map<Integer, Long> counts() {
        Map<Integer, Long> counts = new TreeMap<>();
        micros.forEach((status, histogram) -> counts.put(status, histogram.getTotalCount()));
        return counts;
    }

    Latency latency(IntPredicate status) {
        Histogram all = none();
        micros.forEach((code, histogram) -> {
            if (status.test(code)) {
                all.add(histogram);
            }
        });
        return Latency.ofMicros(all);
    }
}
