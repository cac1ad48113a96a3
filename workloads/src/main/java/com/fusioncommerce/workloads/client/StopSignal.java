package com.fusioncommerce.workloads.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: whoever works looks here whether to go on, and the process ends when what was begun is finished.
 */
public final class StopSignal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "stop");
    private volatile boolean stopping;

    /** Listens for the end of this process from now on. */
    public static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Whether to begin nothing new. */
    public boolean isStopping() {
        return stopping;
    }

    /** Asks to stop. */
    public void stop() {
        stopping = true;
    }

    /** Whatever was begun is finished. */
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
