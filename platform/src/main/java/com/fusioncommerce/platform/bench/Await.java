package com.fusioncommerce.platform.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what comes of itself. */
public final class Await {
    private static final long BETWEEN_LOOKS_MS = 20;

    private Await() {}

    /** Something to look for. */
    @FunctionalInterface
    public interface Condition {
        /** Whether it is so now. */
        boolean holds() throws IOException, InterruptedException;
    }

    /**
     * Returns when it is so.
     *
     * @param what it is, for the message
     * @throws TimeoutException if it is not so in time
     */
    public static void until(String what, Duration patience, Condition condition)
            throws IOException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("not within " + patience.toSeconds() + " s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
        }
    }
}
