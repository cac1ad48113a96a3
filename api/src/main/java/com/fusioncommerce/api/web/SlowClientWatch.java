package com.fusioncommerce.api.web;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks several times a second whether a client is too slow. */
final class SlowClientWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlowClientWatch.class);
    private static final long LOOK_MS = 250;

    private final Transfers transfers;
    private final Collection<FairConnector> connectors;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private SlowClientWatch(Transfers transfers, Collection<FairConnector> connectors) {
        this.transfers = transfers;
        this.connectors = List.copyOf(connectors);
    }

    /** Begins to look. */
    static SlowClientWatch over(Transfers transfers, Collection<FairConnector> connectors) {
        SlowClientWatch watch = new SlowClientWatch(transfers, connectors);
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
            connectors.forEach(connector -> connector.look(System.nanoTime()));
        } catch (RuntimeException e) {
            LOG.error("a slow client could not be given up", e);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
