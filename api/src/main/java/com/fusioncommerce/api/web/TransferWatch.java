package com.fusioncommerce.api.web;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks several times a second whether a transfer is too slow. */
final class TransferWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransferWatch.class);
    private static final long LOOK_MS = 250;

    private final Transfers transfers;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private TransferWatch(Transfers transfers) {
        this.transfers = transfers;
    }

    /** Begins to look. */
    static TransferWatch over(Transfers transfers) {
        TransferWatch watch = new TransferWatch(transfers);
        Thread thread = new Thread(watch::run, "http-slow-clients");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void run() {
        try {
            while (!stopped.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            transfers.look();
        } catch (RuntimeException e) {
            LOG.error("a slow client could not be given up", e);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
