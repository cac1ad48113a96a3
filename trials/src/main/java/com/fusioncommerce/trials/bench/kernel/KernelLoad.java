package com.fusioncommerce.trials.bench.kernel;

import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.machine.Usage;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Keeps a bounded backlog of commands, so that the kernel is always busy but the backlog does not grow. */
final class KernelLoad {
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LINES_IN_BACKLOG = 40_000;
    private static final Duration STALLED = Duration.ofMinutes(1);

    private final BenchPlatform platform;
    private final CommandFeed feed;
    private long sent;

    KernelLoad(BenchPlatform platform, CommandFeed feed) {
        this.platform = platform;
        this.feed = feed;
    }

    /**
     * Rate of decisions.
     *
     * @param apiMicros processor time of the streams process per order
     * @param brokerMicros processor time of the broker per order
     */
    record Rate(double perSecond, double apiMicros, double brokerMicros) {}

    /**
     * Runs for so long; the rest of the backlog is decided before this returns, uncounted.
     *
     * @throws IllegalStateException if nothing is decided for a minute
     */
    Rate run(OrderCommands orders, Duration window) throws ExecutionException, InterruptedException, TimeoutException {
        long backlog = Math.max(20, LINES_IN_BACKLOG / orders.lines());
        long before = feed.decided();
        long next = before;
        Usage usageBefore = platform.usage();
        long start = System.nanoTime();
        long now = start;
        while (now - start < window.toNanos()) {
            long decided = feed.decided();
            if (next - decided > backlog / 2) {
                LockSupport.parkNanos(PAUSE_NS);
            } else {
                for (long more = backlog / 2; more > 0; more--) {
                    feed.send(orders.order(sent++));
                    next++;
                }
            }
            now = System.nanoTime();
        }
        long decided = feed.decided();
        Usage usage = platform.usage();
        double orderCount = decided - before;
        drain(next);
        return new Rate(
                orderCount * 1e9 / (now - start),
                usage.cpuMsSince(usageBefore, "api") * 1e3 / orderCount,
                usage.cpuMsSince(usageBefore, "kafka") * 1e3 / orderCount);
    }

    private void drain(long until) throws ExecutionException, InterruptedException, TimeoutException {
        long last = -1;
        long since = System.nanoTime();
        for (long decided = feed.decided(); decided < until; decided = feed.decided()) {
            if (decided != last) {
                last = decided;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STALLED.toNanos()) {
                throw new IllegalStateException("nothing was decided for a minute, at " + decided + " of " + until);
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
