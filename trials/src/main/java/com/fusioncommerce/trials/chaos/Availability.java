package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.trials.chaos.Samples.Sample;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Availability of reads or writes in a period.
 *
 * @param sent number of requests
 * @param firstTry share of requests whose first attempt was answered, 0 to 1; 1 if none was sent
 * @param answered share of requests answered in time, by any node and attempt
 * @param longestGapMs longest time without any answer, milliseconds
 */
record Availability(int sent, double firstTry, double answered, long longestGapMs) {

    /** Availability of the requests sent between two times, both {@link System#nanoTime()}. */
    static Availability between(List<Sample> samples, long from, long to) {
        List<Sample> sent = samples.stream()
                .filter(sample -> sample.sentAt() - from >= 0 && sample.sentAt() - to < 0)
                .toList();
        return new Availability(
                sent.size(),
                share(sent.stream().filter(Sample::first).count(), sent.size()),
                share(sent.stream().filter(Sample::answered).count(), sent.size()),
                longestGap(samples, from, to));
    }

    private static double share(long part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private static long longestGap(List<Sample> samples, long from, long to) {
        long[] answers = LongStream.concat(
                        LongStream.of(to - from),
                        samples.stream()
                                .filter(Sample::answered)
                                .mapToLong(sample -> sample.endedAt() - from)
                                .filter(at -> at >= 0 && at < to - from))
                .sorted()
                .toArray();
        long longest = 0;
        long before = 0;
        for (long at : answers) {
            longest = Math.max(longest, at - before);
            before = at;
        }
        return TimeUnit.NANOSECONDS.toMillis(longest);
    }
}
