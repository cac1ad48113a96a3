package com.fusioncommerce.trials.bench.history;

import com.fusioncommerce.trials.bench.Await;
import com.fusioncommerce.trials.bench.load.Answer;
import com.fusioncommerce.trials.bench.load.LoadClient;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.load.RequestSource;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import com.fusioncommerce.trials.bench.shop.OrderForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Orders with many events. Each has a line in every pool of its shop, and every pool's answer is an event; with
 * creation and confirmation an order has two events more than there are pools.
 *
 * @param shop the shop of the orders
 * @param paths of their histories
 */
record LongOrders(BenchShop shop, List<String> paths) {
    private static final int CLIENTS = 4;
    private static final long SEED = 7;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Places orders, and returns when each has all of its events. */
    static LongOrders place(BenchShop shop, int count) throws IOException {
        List<String> paths = new ArrayList<>();
        AtomicInteger number = new AtomicInteger();
        try (LoadClient client = new LoadClient(shop.config().apiUrl(), TIMEOUT)) {
            client.closed(
                            CLIENTS,
                            PATIENCE,
                            () -> number.get() == count ? null : order(shop, number.incrementAndGet()),
                            answer -> paths.add(answer.header("location").orElseThrow() + "/history"))
                    .expecting(LoadResult::isSuccess);
        }
        LongOrders orders = new LongOrders(shop, List.copyOf(paths));
        Await.until("every order has all of its events", PATIENCE, orders::areComplete);
        return orders;
    }

    private static byte[] order(BenchShop shop, int number) {
        OrderForm order = new OrderForm(
                "c" + number, shop.pools().get(number % shop.pools().size()));
        shop.pools().forEach(pool -> order.line(shop.skus().get(0), 1, pool));
        return shop.requests().post("/v1/orders", order.json());
    }

    /** Number of events per order. */
    int events() {
        return shop.pools().size() + 2;
    }

    private boolean areComplete() {
        AtomicInteger complete = new AtomicInteger();
        Iterator<String> each = paths.iterator();
        try (LoadClient client = new LoadClient(shop.config().apiUrl(), TIMEOUT)) {
            client.closed(
                    CLIENTS, PATIENCE, () -> each.hasNext() ? shop.requests().get(each.next()) : null, answer -> {
                        if (isWhole(answer)) {
                            complete.incrementAndGet();
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return complete.get() == paths.size();
    }

    private boolean isWhole(Answer answer) {
        return answer.status() == 200 && answer.body().split("\"causationId\"", -1).length - 1 == events();
    }

    /** An endless source of reads of the histories, in random order. */
    RequestSource reads() {
        Random random = new Random(SEED);
        List<byte[]> requests =
                paths.stream().map(path -> shop.requests().get(path)).toList();
        return () -> requests.get(random.nextInt(requests.size()));
    }
}
