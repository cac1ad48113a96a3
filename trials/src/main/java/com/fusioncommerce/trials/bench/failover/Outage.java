package com.fusioncommerce.trials.bench.failover;

import java.util.EnumMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What clients observed in a period.
 *
 * @param kinds observations by kind of request
 */
public record Outage(Map<Kind, Noticed> kinds) {
    private static final int LONGEST_REASON = 120;
    private static final double NS_PER_MS = 1e6;
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;

    /**
     * What clients observed of one kind of request.
     *
     * @param sent number of requests
     * @param failures number of failures, by reason
     * @param failedFor milliseconds between the first and the last failure
     * @param longestGapMs longest time without a successful answer
     * @param p50Ms median latency of successes
     * @param p99Ms 99th percentile of latency of successes
     * @param maxMs largest latency of a success
     */
    public record Noticed(
            long sent,
            Map<String, Long> failures,
            double failedFor,
            double longestGapMs,
            double p50Ms,
            double p99Ms,
            double maxMs) {
        /** Number of failures. */
        public long failed() {
            return failures.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Observations of the requests that ended between two moments, nanoseconds of this JVM. */
    static Outage of(List<Attempt> attempts, long from, long to) {
        Map<Kind, Noticed> kinds = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            kinds.put(
                    kind,
                    noticed(
                            attempts.stream()
                                    .filter(attempt -> attempt.kind() == kind)
                                    .filter(attempt -> attempt.ended() - from >= 0 && attempt.ended() - to <= 0)
                                    .toList(),
                            from,
                            to));
        }
        return new Outage(kinds);
    }

    private static Noticed noticed(List<Attempt> attempts, long from, long to) {
        Map<String, Long> failures = new TreeMap<>();
        attempts.stream()
                .filter(attempt -> !attempt.succeeded())
                .forEach(attempt -> failures.merge(attempt.failure(), 1L, Long::sum));
        List<Attempt> good = attempts.stream().filter(Attempt::succeeded).toList();
        long[] took = good.stream()
                .mapToLong(attempt -> attempt.ended() - attempt.started())
                .sorted()
                .toArray();
        long[] ends = good.stream()
                .mapToLong(attempt -> attempt.ended() - from)
                .sorted()
                .toArray();
        return new Noticed(
                attempts.size(),
                failures,
                span(attempts) / NS_PER_MS,
                gap(ends, to - from) / NS_PER_MS,
                at(took, HALF),
                at(took, NEARLY_ALL),
                at(took, 1));
    }

    private static long span(List<Attempt> attempts) {
        LongSummaryStatistics failed = attempts.stream()
                .filter(attempt -> !attempt.succeeded())
                .mapToLong(Attempt::ended)
                .summaryStatistics();
        return failed.getCount() == 0 ? 0 : failed.getMax() - failed.getMin();
    }

    private static long gap(long[] ends, long whole) {
        long longest = 0;
        long last = 0;
        for (long end : ends) {
            longest = Math.max(longest, end - last);
            last = end;
        }
        return Math.max(longest, whole - last);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / NS_PER_MS;
    }

    /** Number of failures of all kinds of requests. */
    public long failed() {
        return kinds.values().stream().mapToLong(Noticed::failed).sum();
    }

    /** Number of failures by reason, over all kinds; empty if none. */
    public String why() {
        Map<String, Long> all = new TreeMap<>();
        kinds.values().forEach(noticed -> noticed.failures().forEach((why, count) -> all.merge(why, count, Long::sum)));
        return shortly(all);
    }

    /** Failures on one line, the first few words of each reason. */
    static String shortly(Map<String, Long> failures) {
        return failures.entrySet().stream()
                .map(failure -> failure.getValue() + " × "
                        + failure.getKey()
                                .substring(
                                        0,
                                        Math.min(
                                                LONGEST_REASON, failure.getKey().length())))
                .collect(Collectors.joining("; "));
    }
}
