package com.fusioncommerce.platform.bench;

<<<<<<< HEAD
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
=======
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something to be so. */
public final class Await {
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private Await() {}

    /**
     * Looks again and again until it is so.
     *
     * @param what ends the sentence "it was not so in time that …"
     * @throws IllegalStateException if it was not so in time
     */
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                throw new IllegalStateException("it was not so within " + patience.toSeconds() + " s that " + what);
            }
            LockSupport.parkNanos(PAUSE_NS);
>>>>>>> 9d10719f6ca6f798d5509ff5168307bbc9efa13a
        }
    }
}
