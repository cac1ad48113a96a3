package com.fusioncommerce.trials.bench.latency;

import com.fusioncommerce.trials.bench.BenchPlatform;
import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.load.Answer;
import com.fusioncommerce.trials.bench.load.LoadClient;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.load.Peak;
import com.fusioncommerce.trials.bench.machine.Usage;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import com.fusioncommerce.trials.bench.shop.Orders;
import java.io.IOException;
import java.time.Duration;

/** A shop with ample stock, and HTTP clients that order from it. */
final class ShopUnderLoad implements AutoCloseable {
    private static final int SKUS = 100;
    private static final long PLENTY = 1_000_000_000L;
    private static final int WARM_UP_CLIENTS = 64;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final BenchPlatform platform;
    private final Effort effort;
    private final BenchShop shop;
    private final Orders orders;
    private final LoadClient client;

    /**
     * Result at a fixed rate.
     *
     * @param apiCpu processor milliseconds of the API per order
     * @param kafkaCpu processor milliseconds of the broker per order
     */
    record AtRate(LoadResult answers, double apiCpu, double kafkaCpu) {}

    ShopUnderLoad(BenchPlatform platform, Effort effort, int pools) throws IOException {
        this.platform = platform;
        this.effort = effort;
        this.shop = BenchShop.open(platform.config(), "latency", SKUS, pools, PLENTY);
        this.orders = new Orders(shop, effort.lines(), effort.keyed());
        this.client = new LoadClient(platform.config().apiUrl(), TIMEOUT);
    }

    BenchShop shop() {
        return shop;
    }

    void warmUp(BenchRun run) throws IOException {
        run.say(
                "warming up: orders of %d clients for %d s",
                WARM_UP_CLIENTS, effort.warmUp().toSeconds());
        LoadResult warm = client.closed(WARM_UP_CLIENTS, effort.warmUp(), orders, Answer.Observer.none());
        run.warmUp("orders of " + WARM_UP_CLIENTS + " clients for "
                + effort.warmUp().toSeconds() + " s after each start");
        run.say("  %s", warm.counts());
    }

    Peak peak(BenchRun run) throws IOException {
        Peak peak = Peak.find(client, effort.clients(), effort.each(), orders);
        peak.byClients()
                .forEach((clients, result) -> run.say(
                        "  %4d clients: %,.0f orders/s (%s)",
                        clients, result.perSecond(LoadResult::isSuccess), result.counts()));
        return peak;
    }

    AtRate at(double perSecond) throws IOException {
        client.connect(effort.connections());
        Usage before = platform.usage();
        LoadResult answers = client.open(perSecond, effort.each(), orders, Answer.Observer.none());
        Usage after = platform.usage();
        double count = Math.max(1, answers.count(LoadResult::isSuccess));
        return new AtRate(answers, after.cpuMsSince(before, "api") / count, after.cpuMsSince(before, "kafka") / count);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
