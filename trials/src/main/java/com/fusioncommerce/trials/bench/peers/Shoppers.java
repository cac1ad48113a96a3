package com.fusioncommerce.trials.bench.peers;

import com.fusioncommerce.trials.bench.peers.Journey.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Shoppers, each a thread with its own connection, that place one order after another: in a closed loop, or in an open
 * loop at a fixed rate, where latency counts from the intended start.
 */
final class Shoppers {
    private static final AtomicLong ORDERS = new AtomicLong();

    private final URI shop;
    private final Journey journey;
    private final LongSupplier cpuMs;
    private final Runnable opened;

    /**
     * Shoppers of one shop.
     *
     * @param cpuMs processor time of the shop so far, in milliseconds
     */
    Shoppers(URI shop, Journey journey, LongSupplier cpuMs) {
        this(shop, journey, cpuMs, () -> {});
    }

    private Shoppers(URI shop, Journey journey, LongSupplier cpuMs, Runnable opened) {
        this.shop = shop;
        this.journey = journey;
        this.cpuMs = cpuMs;
        this.opened = opened;
    }

    /** The same shoppers with a listener for the opening of the window. */
    Shoppers opening(Runnable told) {
        return new Shoppers(shop, journey, cpuMs, told);
    }

    /** Times of a run; orders during {@code warmUp} do not count. */
    record Times(Duration warmUp, Duration window, long leastOrders) {
        private static final int LONGEST = 4;

        /** Whether the run is over; a slow shop gets up to four windows for {@code leastOrders}. */
        boolean isOver(long nanos, long orders) {
            return nanos >= window.toNanos() && (orders >= leastOrders || nanos >= LONGEST * window.toNanos());
        }
    }

    /** Closed loop: each shopper begins the next order after the last one is placed. */
    OrdersPlaced closed(int shoppers, Times times) throws InterruptedException {
        return run(shoppers, times, System::nanoTime);
    }

    /** Open loop at a fixed rate, with at most {@code shoppers} concurrent orders. */
    OrdersPlaced paced(double perSecond, int shoppers, Times times) throws InterruptedException {
        double nanosEach = 1e9 / perSecond;
        long start = System.nanoTime();
        AtomicLong begun = new AtomicLong();
        return run(shoppers, times, () -> start + (long) (begun.getAndIncrement() * nanosEach));
    }

    private OrdersPlaced run(int shoppers, Times times, LongSupplier due) throws InterruptedException {
        OrdersPlaced.Counter counter = new OrdersPlaced.Counter();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < shoppers; i++) {
            Thread thread = new Thread(() -> shop(due, counter, over), "shopper-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            Thread.sleep(times.warmUp().toMillis());
            long cpuBefore = cpuMs.getAsLong();
            opened.run();
            long start = counter.open();
            while (!times.isOver(System.nanoTime() - start, counter.placed())) {
                LockSupport.parkNanos(1_000_000);
            }
            return counter.close(cpuMs.getAsLong() - cpuBefore);
        } finally {
            over.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private void shop(LongSupplier due, OrdersPlaced.Counter counter, AtomicBoolean over) {
        try (HttpConnection http = new HttpConnection(shop)) {
            while (!over.get()) {
                long began = due.getAsLong();
                while (began - System.nanoTime() > 0 && !over.get()) {
                    LockSupport.parkNanos(Math.min(began - System.nanoTime(), 50_000_000));
                }
                if (!over.get()) {
                    order(http, began, counter);
                }
            }
        }
    }

    private void order(HttpConnection http, long began, OrdersPlaced.Counter counter) {
        try {
            journey.order(http, ORDERS.getAndIncrement());
            counter.placed(began, System.nanoTime());
        } catch (RefusedException e) {
            counter.failed(e.getMessage());
        } catch (IOException | RuntimeException e) {
            counter.failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
