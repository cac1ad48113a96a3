package com.fusioncommerce.trials.bench.failover;

import com.fusioncommerce.trials.bench.Await;
import com.fusioncommerce.trials.bench.BenchOptions;
import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A platform of several nodes with a shop and continuous traffic, on which events are observed. */
final class Scene implements AutoCloseable {
    private static final int SKUS = 24;
    private static final int POOLS = 12;
    private static final long UNITS = 1_000_000;
    private static final Duration SETTLES = Duration.ofMinutes(3);

    /** Time after an event: recovery takes effect later than failures, and can be noticed too. */
    private static final Duration AFTERMATH = Duration.ofSeconds(10);

    private final BenchRun run;
    private final BenchPlatform platform;
    private final LoadOptions load;
    private final BenchShop shop;
    private final Balancer balancer;
    private final Traffic traffic;

    private Scene(BenchRun run, BenchPlatform platform, LoadOptions load, BenchShop shop) {
        this.run = run;
        this.platform = platform;
        this.load = load;
        this.shop = shop;
        this.balancer = new Balancer(platform.config().apiUrls());
        this.traffic = new Traffic(shop, balancer, load.reads(), load.orders());
    }

    /** Starts platform and traffic, and warms them up. */
    static Scene open(BenchRun run, BenchOptions options, LoadOptions load) throws Exception {
        BenchPlatform platform = options.platform(run, Set.of("api"), Map.of("FUSION_FRAUD_GATE", "off"), load.shape());
        try {
            run.setting("shape", load.shape());
            run.setting("reads/s", load.reads());
            run.setting("orders/s", load.orders());
            Scene scene =
                    new Scene(run, platform, load, BenchShop.open(platform.config(), "failover", SKUS, POOLS, UNITS));
            run.say("warming up for %d s", load.warmUpSeconds());
            run.warmUp(load.warmUpSeconds() + " s of the same load");
            rest(Duration.ofSeconds(load.warmUpSeconds()));
            return scene;
        } catch (Exception e) {
            platform.close();
            throw e;
        }
    }

    BenchPlatform platform() {
        return platform;
    }

    /** Session timeout of a silent node. */
    Duration session() {
        return Duration.ofMillis(
                Long.parseLong(platform.config().environment().getOrDefault("FUSION_SESSION_TIMEOUT_MS", "3000")));
    }

    /** Observes what clients notice of an event, until all nodes have settled again. */
    Outage during(Event event) throws Exception {
        settle();
        long from = System.nanoTime();
        event.happens();
        rest(AFTERMATH);
        settle();
        Outage outage = traffic.since(from);
        outage.kinds()
                .forEach((kind, noticed) -> run.say(
                        "%s: %d sent, %d failed %s, longest gap %.0f ms, p99 %.0f ms",
                        kind.label(),
                        noticed.sent(),
                        noticed.failed(),
                        Outage.shortly(noticed.failures()),
                        noticed.longestGapMs(),
                        noticed.p99Ms()));
        return outage;
    }

    private void settle() {
        Await.until("every part has settled", SETTLES, platform::isSettled);
        Await.until(
                "every node is ready",
                SETTLES,
                () -> balancer.ready() == load.shape().nodes());
    }

    private static void rest(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - until < 0) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    /** Ends the traffic, and checks that every acknowledged order exists. */
    void finish() {
        traffic.close();
        Set<String> acknowledged = traffic.acknowledged();
        long missing = acknowledged.stream()
                .filter(id -> shop.client().order(id).join().isEmpty())
                .count();
        run.check(
                "every acknowledged order is there", missing == 0, missing + " of " + acknowledged.size() + " missing");
    }

    @Override
    public void close() throws IOException {
        traffic.close();
        balancer.close();
        platform.close();
    }

    /** An event on the platform. */
    @FunctionalInterface
    interface Event {
        void happens() throws Exception;
    }
}
