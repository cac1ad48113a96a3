package com.fusioncommerce.workloads.importer;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts results of the commands of one kind. Safe for threads. */
final class ImportTally {
    private final LongAdder done = new LongAdder();
    private final LongAdder before = new LongAdder();
    private final Map<String, Integer> refused = new TreeMap<>();
    private String example = "";

    void done() {
        done.increment();
    }

    /** Counts commands that an earlier import had done. */
    void doneBefore(long count) {
        before.add(count);
    }

    synchronized void refused(String id, String code, String detail) {
        refused.merge(code, 1, Integer::sum);
        if (example.isEmpty()) {
            example = id + ": " + detail;
        }
    }

    long doneNow() {
        return done.sum();
    }

    long doneEarlier() {
        return before.sum();
    }

    /** Number of refusals by problem code. */
    synchronized Map<String, Integer> refusals() {
        return new TreeMap<>(refused);
    }

    /** Detail of the first refusal. */
    synchronized String example() {
        return example;
    }
}
