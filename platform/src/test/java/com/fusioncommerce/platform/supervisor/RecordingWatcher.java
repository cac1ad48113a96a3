package com.fusioncommerce.platform.supervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Records events and lets tests wait for them. */
final class RecordingWatcher implements Watcher {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> events = new ArrayList<>();

    @Override
    public void ready(String part, Duration took, String note) {
        record("ready " + part + (note.isEmpty() ? "" : ": " + note));
    }

    @Override
    public void died(String part, String how, List<String> logTail, Duration restartIn) {
        record("died " + part + ": " + how + "; " + String.join("|", logTail) + "; again in " + restartIn);
    }

    @Override
    public void stopped(String part, boolean killed) {
        record((killed ? "killed " : "stopped ") + part);
    }

    private synchronized void record(String event) {
        events.add(event);
        notifyAll();
    }

    synchronized List<String> events() {
        return List.copyOf(events);
    }

    /** Waits until {@code count} events match. */
    synchronized void await(int count, Predicate<String> satisfied) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (events.stream().filter(satisfied).count() < count) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("it did not happen; what did: " + events);
            }
            wait(left);
        }
    }
}
