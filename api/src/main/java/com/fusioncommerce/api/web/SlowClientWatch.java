package com.fusioncommerce.api.web;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Timer that cuts slow clients off several times a second. */
final class SlowClientWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlowClientWatch.class);
    /** Interval of the checks: clients that connected together are cut off one by one, not hundreds at once. */
    private static final long LOOK_MS = 25;
    /** Checks between two checks of request heads, which are rarer since they scan all connections. */
    private static final int LOOKS_AT_HEADS = 10;

    private final Transfers transfers;
    private final Collection<FairConnector> connectors;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private SlowClientWatch(Transfers transfers, Collection<FairConnector> connectors) {
        this.transfers = transfers;
        this.connectors = List.copyOf(connectors);
    }

    /** Starts the checks. */
    static SlowClientWatch over(Transfers transfers, Collection<FairConnector> connectors) {
        SlowClientWatch watch = new SlowClientWatch(transfers, connectors);
        Thread thread = new Thread(watch::run, "http-slow-clients");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void run() {
        try {
            for (int look = 0; !stopped.await(LOOK_MS, TimeUnit.MILLISECONDS); look++) {
                look(look % LOOKS_AT_HEADS == 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(boolean atHeads) {
        try {
            transfers.look();
            if (atHeads) {
                connectors.forEach(connector -> connector.look(System.nanoTime()));
            }
        } catch (RuntimeException e) {
            LOG.error("a slow client could not be given up", e);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
