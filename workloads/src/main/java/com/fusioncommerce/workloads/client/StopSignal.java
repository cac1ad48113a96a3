package com.fusioncommerce.workloads.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Graceful stop on Ctrl-C: workers poll {@link #isStopping}, and the process ends after their work in progress is
 * finished.
 */
public final class StopSignal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "stop");
    private volatile boolean stopping;

    /** Installs a shutdown hook in this process. */
    public static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Whether workers must begin nothing new. */
    public boolean isStopping() {
        return stopping;
    }

    /** Requests the stop. */
    public void stop() {
        stopping = true;
    }

    /** Marks all work in progress as finished. */
    @Override
    public void close() {
        finished.countDown();
        if (!stopping) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void stopAndWait() {
        stopping = true;
        try {
            if (!finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("stopped with work under way; what was sent is not sent twice when this runs again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
