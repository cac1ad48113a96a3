package com.fusioncommerce.trials.bench.growth;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.trials.bench.load.Answer;
import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.load.LoadClient;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.load.RequestSource;
import com.fusioncommerce.trials.bench.load.Requests;
import com.fusioncommerce.trials.bench.shop.OrderForm;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The same load at every size: reads and orders at fixed rates, over all existing state. */
final class StateLoad {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 64;

    private final PlatformConfig config;
    private final Requests requests;
    private final Duration warmUp;
    private final Duration window;

    StateLoad(PlatformConfig config, String token, Duration warmUp, Duration window) {
        this.config = config;
        this.requests = new Requests(config.apiUrl(), token);
        this.warmUp = warmUp;
        this.window = window;
    }

    /** Reads products by id. */
    Latency products(double perSecond, Size size) throws IOException {
        return run(perSecond, () -> requests.get("/v1/products/" + GeneratedIds.sku(random(size.products()))));
    }

    /** Reads orders by id. */
    Latency orders(double perSecond, Size size) throws IOException {
        return run(perSecond, () -> requests.get("/v1/orders/" + GeneratedIds.orderId(random(size.orders()))));
    }

    /** Places orders of two lines. */
    Latency newOrders(double perSecond, Size size) throws IOException {
        return run(perSecond, () -> {
            long number = random(Long.MAX_VALUE >> 1);
            String pool = GeneratedIds.pool(number);
            OrderForm form = new OrderForm(GeneratedIds.customer(number), pool);
            for (int line = 0; line < 2; line++) {
                form.line(GeneratedIds.sku(GeneratedIds.product(number, line, size.products())), 1, pool);
            }
            return requests.post("/v1/orders", form.json());
        });
    }

    private Latency run(double perSecond, RequestSource source) throws IOException {
        try (LoadClient client = new LoadClient(config.apiUrl(), TIMEOUT).connect(CONNECTIONS)) {
            client.open(perSecond, warmUp, source, Answer.Observer.none());
            LoadResult result = client.open(perSecond, window, source, Answer.Observer.none());
            if (result.failedCount() > 0 || result.count(status -> !LoadResult.isSuccess(status)) > 0) {
                throw new IOException("the load did not go as it should: " + result.counts());
            }
            return result.latency(LoadResult::isSuccess);
        }
    }

    private static long random(long bound) {
        return ThreadLocalRandom.current().nextLong(bound);
    }
}
