package com.fusioncommerce.trials.bench.peers;

import com.fusioncommerce.trials.bench.load.Latency;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * Result of a window.
 *
 * @param orders number placed in the window
 * @param seconds length of the window
 * @param latency of the placed orders
 * @param failures number of failed orders, by reason
 * @param cpuMs processor time of the shop in the window
 */
record OrdersPlaced(long orders, double seconds, Latency latency, Map<String, Long> failures, long cpuMs) {
    double perSecond() {
        return orders / seconds;
    }

    double cpuMsEach() {
        return orders == 0 ? 0 : (double) cpuMs / orders;
    }

    long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Failure reasons with their counts. */
    String reasons() {
        return failures.entrySet().stream()
                .map(failure -> failure.getKey() + ": " + failure.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Counts orders while the window is open. Safe for threads. */
    static final class Counter {
        private static final long LONGEST_US = TimeUnit.MINUTES.toMicros(10);
        private static final int DIGITS = 3;

        private final Histogram micros = new Histogram(LONGEST_US, DIGITS);
        private final Map<String, Long> failures = new TreeMap<>();
        private boolean isOpen;
        private long openedAt;

        /** Opens the window; returns its beginning in nanoseconds of this JVM. */
        synchronized long open() {
            isOpen = true;
            openedAt = System.nanoTime();
            return openedAt;
        }

        synchronized void placed(long began, long ended) {
            if (isOpen) {
                micros.recordValue(Math.min(LONGEST_US, TimeUnit.NANOSECONDS.toMicros(ended - began)));
            }
        }

        synchronized void failed(String reason) {
            if (isOpen) {
                failures.merge(reason, 1L, Long::sum);
            }
        }

        synchronized long placed() {
            return micros.getTotalCount();
        }

        synchronized OrdersPlaced close(long cpuMs) {
            isOpen = false;
            double seconds = (System.nanoTime() - openedAt) / 1e9;
            return new OrdersPlaced(
                    micros.getTotalCount(), seconds, Latency.ofMicros(micros), new TreeMap<>(failures), cpuMs);
        }
    }
}
