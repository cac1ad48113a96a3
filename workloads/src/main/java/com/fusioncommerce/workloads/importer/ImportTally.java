package com.fusioncommerce.workloads.importer;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of the commands of one kind. Safe for threads. */
final class ImportTally {
    private final LongAdder done = new LongAdder();
    private final LongAdder before = new LongAdder();
    private final Map<String, Integer> refused = new TreeMap<>();
    private String example = "";

    void done() {
        done.increment();
    }

    /** So many were there before this import came to them. */
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

    /** How many the platform said no to, by the problem's code. */
    synchronized Map<String, Integer> refusals() {
        return new TreeMap<>(refused);
    }

    /** What the platform said to the first of them. */
    synchronized String example() {
        return example;
    }
}
