package com.fusioncommerce.trials.chaos;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collected samples of requests. Times are {@link System#nanoTime()}. Safe for threads. */
final class Samples {
    private final Queue<Sample> all = new ConcurrentLinkedQueue<>();

    /**
     * One read or command.
     *
     * @param write whether it is a command
     * @param sentAt time of the first attempt
     * @param endedAt time of the answer, or of giving up
     * @param first whether the first attempt was answered
     * @param answered whether any attempt was answered within {@link Load#IN_TIME}
     */
    record Sample(boolean write, long sentAt, long endedAt, boolean first, boolean answered) {}

    void add(Sample sample) {
        all.add(sample);
    }

    List<Sample> of(boolean write) {
        return all.stream().filter(sample -> sample.write() == write).toList();
    }

    int size() {
        return all.size();
    }
}
