package com.fusioncommerce.platform.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** What came of a load. Nothing is left out: every request is answered, failed, late, or was never sent. */
public final class LoadResult {
    private static final long LONGEST_US = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final Map<Integer, Histogram> micros = new TreeMap<>();
    private final Map<Integer, Histogram> servedMicros = new TreeMap<>();
    private final Map<Integer, Long> inTime = new TreeMap<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private long sent;
    private long unsent;
    private long refusedWithoutRetryAfter;
    private double seconds;

    LoadResult() {}

    /** The answer was a success. */
    public static boolean isSuccess(int status) {
        return status >= FIRST_SUCCESS && status < FIRST_REDIRECT;
    }

    /** The answer says that there is too much to do: 429 or 503. */
    public static boolean isRefusal(int status) {
        return status == TOO_MANY || status == UNAVAILABLE;
    }

    void sent() {
        sent++;
    }

    void answered(Answer answer, long nanosSinceDue, long nanosSinceSent, boolean withinWindow) {
        int status = answer.status();
        record(micros, status, nanosSinceDue);
        record(servedMicros, status, nanosSinceSent);
        if (withinWindow) {
            inTime.merge(status, 1L, Long::sum);
        }
        if (isRefusal(status) && answer.header("retry-after").isEmpty()) {
            refusedWithoutRetryAfter++;
        }
    }

    private static void record(Map<Integer, Histogram> micros, int status, long nanos) {
        micros.computeIfAbsent(status, any -> new Histogram(LONGEST_US, DIGITS))
                .recordValue(Math.min(LONGEST_US, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    void failed(String why) {
        failures.merge(why, 1L, Long::sum);
    }

    void end(Duration window, long overdue) {
        seconds = window.toNanos() / 1e9;
        unsent = overdue;
    }

    /** Adds what another client saw at the same time. */
    public LoadResult and(LoadResult other) {
        LoadResult both = new LoadResult();
        both.add(this);
        both.add(other);
        return both;
    }

    private void add(LoadResult other) {
        add(micros, other.micros);
        add(servedMicros, other.servedMicros);
        other.inTime.forEach((status, count) -> inTime.merge(status, count, Long::sum));
        other.failures.forEach((why, count) -> failures.merge(why, count, Long::sum));
        sent += other.sent;
        unsent += other.unsent;
        refusedWithoutRetryAfter += other.refusedWithoutRetryAfter;
        seconds = Math.max(seconds, other.seconds);
    }

    private static void add(Map<Integer, Histogram> micros, Map<Integer, Histogram> others) {
        others.forEach((status, histogram) -> micros.computeIfAbsent(status, any -> new Histogram(LONGEST_US, DIGITS))
                .add(histogram));
    }

    /** Requests sent. */
    public long sentCount() {
        return sent;
    }

    /** Requests that were due and were never sent, since every connection was busy. */
    public long unsentCount() {
        return unsent;
    }

    /** Answers with such a status, those that came late too. */
    public long count(IntPredicate status) {
        return micros.entrySet().stream()
                .filter(entry -> status.test(entry.getKey()))
                .mapToLong(entry -> entry.getValue().getTotalCount())
                .sum();
    }

    /** Answers with such a status a second, while requests were sent. */
    public double perSecond(IntPredicate status) {
        long count = inTime.entrySet().stream()
                .filter(entry -> status.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return count / seconds;
    }

    /** How long answers with such a status took, from when their requests were due. */
    public Latency latency(IntPredicate status) {
        return latency(micros, status);
    }

    /** The same from when their requests were sent: without what they waited for a connection that was free. */
    public Latency served(IntPredicate status) {
        return latency(servedMicros, status);
    }

    private static Latency latency(Map<Integer, Histogram> micros, IntPredicate status) {
        Histogram all = new Histogram(LONGEST_US, DIGITS);
        micros.forEach((code, histogram) -> {
            if (status.test(code)) {
                all.add(histogram);
            }
        });
        return Latency.ofMicros(all);
    }

    /** Requests without an answer. */
    public long failedCount() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Answers 429 or 503 that did not say when to try again. */
    public long refusedWithoutRetryAfterCount() {
        return refusedWithoutRetryAfter;
    }

    /** Seconds in which requests were sent. */
    public double seconds() {
        return seconds;
    }

    /** Every status, failure, and what was not sent, with its count. */
    public String counts() {
        Map<String, Long> all = new TreeMap<>();
        micros.forEach((status, histogram) -> all.put(status.toString(), histogram.getTotalCount()));
        all.putAll(failures);
        if (unsent > 0) {
            all.put("never sent", unsent);
        }
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * Nothing may have gone wrong.
     *
     * @throws IllegalStateException if an answer has another status, or there was none
     */
    public LoadResult expecting(IntPredicate status) {
        if (failedCount() > 0 || unsent > 0 || count(code -> !status.test(code)) > 0) {
            throw new IllegalStateException("the load did not go as it should: " + counts());
        }
        return this;
    }
}
