package com.fusioncommerce.trials.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Result of a load. Every request is counted: as answered, failed, late, or never sent. */
public final class LoadResult {
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final Times sinceDue = new Times();
    private final Times sinceSent = new Times();
    private final Map<Integer, Long> inTime = new TreeMap<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private long sent;
    private long unsent;
    private long refusedWithoutRetryAfter;
    private double seconds;

    LoadResult() {}

    /** Whether the status is a success. */
    public static boolean isSuccess(int status) {
        return status >= FIRST_SUCCESS && status < FIRST_REDIRECT;
    }

    /** Whether the status reports overload: 429 or 503. */
    public static boolean isRefusal(int status) {
        return status == TOO_MANY || status == UNAVAILABLE;
    }

    void sent() {
        sent++;
    }

    void answered(Answer answer, long nanosSinceDue, long nanosSinceSent, boolean withinWindow) {
        int status = answer.status();
        sinceDue.record(status, nanosSinceDue);
        sinceSent.record(status, nanosSinceSent);
        if (withinWindow) {
            inTime.merge(status, 1L, Long::sum);
        }
        if (isRefusal(status) && answer.header("retry-after").isEmpty()) {
            refusedWithoutRetryAfter++;
        }
    }

    void failed(String why) {
        failures.merge(why, 1L, Long::sum);
    }

    void end(Duration window, long overdue) {
        seconds = window.toNanos() / 1e9;
        unsent = overdue;
    }

    /** Merges the result of another client over the same window. */
    public LoadResult and(LoadResult other) {
        LoadResult both = new LoadResult();
        both.add(this);
        both.add(other);
        return both;
    }

    private void add(LoadResult other) {
        sinceDue.add(other.sinceDue);
        sinceSent.add(other.sinceSent);
        other.inTime.forEach((status, count) -> inTime.merge(status, count, Long::sum));
        other.failures.forEach((why, count) -> failures.merge(why, count, Long::sum));
        sent += other.sent;
        unsent += other.unsent;
        refusedWithoutRetryAfter += other.refusedWithoutRetryAfter;
        seconds = Math.max(seconds, other.seconds);
    }

    /** Number of requests sent. */
    public long sentCount() {
        return sent;
    }

    /** Number of due requests never sent, since every connection was busy. */
    public long unsentCount() {
        return unsent;
    }

    /** Number of answers with a matching status, late ones included. */
    public long count(IntPredicate status) {
        return matching(sinceDue.counts(), status);
    }

    private static long matching(Map<Integer, Long> counts, IntPredicate status) {
        return counts.entrySet().stream()
                .filter(entry -> status.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Answers with a matching status a second, while requests were sent. */
    public double perSecond(IntPredicate status) {
        return matching(inTime, status) / seconds;
    }

    /** Latency of answers with a matching status, from their requests' intended send times. */
    public Latency latency(IntPredicate status) {
        return sinceDue.latency(status);
    }

    /** The same from actual send times: without the wait for a free connection. */
    public Latency served(IntPredicate status) {
        return sinceSent.latency(status);
    }

    /** Number of requests without an answer. */
    public long failedCount() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Number of answers 429 or 503 without {@code Retry-After}. */
    public long refusedWithoutRetryAfterCount() {
        return refusedWithoutRetryAfter;
    }

    /** Length of the sending window in seconds. */
    public double seconds() {
        return seconds;
    }

    /** Counts by status and failure, and of unsent requests. */
    public String counts() {
        Map<String, Long> all = new TreeMap<>();
        sinceDue.counts().forEach((status, count) -> all.put(status.toString(), count));
        all.putAll(failures);
        if (unsent > 0) {
            all.put("never sent", unsent);
        }
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * Requires matching statuses.
     *
     * @throws IllegalStateException if an answer has another status, or is missing
     */
    public LoadResult expecting(IntPredicate status) {
        if (failedCount() > 0 || unsent > 0 || count(code -> !status.test(code)) > 0) {
            throw new IllegalStateException("the load did not go as it should: " + counts());
        }
        return this;
    }
}
