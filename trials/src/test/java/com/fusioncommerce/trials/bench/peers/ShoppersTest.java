package com.fusioncommerce.trials.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ShoppersTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final Shoppers.Times SHORT = new Shoppers.Times(Duration.ofMillis(50), Duration.ofMillis(300), 1);

    private static Shoppers shoppers(Order order) {
        AtomicLong cpu = new AtomicLong();
        return new Shoppers(NOWHERE, order, () -> cpu.getAndAdd(500));
    }

    private interface Order extends Journey {
        @Override
        default int calls() {
            return 1;
        }
    }

    @Test
    void only_what_happens_in_the_window_counts() throws InterruptedException {
        OrdersPlaced placed =
                shoppers((http, number) -> LockSupport.parkNanos(2_000_000)).closed(4, SHORT);
        assertThat(placed.orders()).isPositive().isEqualTo(placed.latency().count());
        assertThat(placed.perSecond()).isLessThan(4 / 0.002);
        assertThat(placed.latency().p50()).isGreaterThanOrEqualTo(1.9);
        assertThat(placed.cpuMs()).isEqualTo(500);
        assertThat(placed.failed()).isZero();
    }

    @Test
    void refusals_and_broken_connections_are_counted_by_reason() throws InterruptedException {
        OrdersPlaced placed = shoppers((http, number) -> {
                    LockSupport.parkNanos(1_000_000);
                    switch ((int) (number % 3)) {
                        case 0 -> throw new Journey.RefusedException("409 insufficient_stock");
                        case 1 -> throw new IOException("hung up");
                        default -> {}
                    }
                })
                .closed(2, SHORT);
        assertThat(placed.orders()).isPositive();
        assertThat(placed.failures()).containsOnlyKeys("409 insufficient_stock", "IOException: hung up");
    }

    @Test
    void at_a_rate_time_counts_from_when_an_order_should_have_begun() throws InterruptedException {
        OrdersPlaced placed =
                shoppers((http, number) -> LockSupport.parkNanos(20_000_000)).paced(200, 1, SHORT);
        assertThat(placed.latency().p99()).isGreaterThan(60);
        assertThat(placed.perSecond()).isLessThan(60);
    }
}
