package com.fusioncommerce.streams.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderPoolsTest {
    private static final PoolSpread SPREAD = new PoolSpread("main", List.of("main", "main-2", "main-3"), 1L, 1L);

    private static PoolSpread spreads(String pool) {
        return pool.equals("main") ? SPREAD : null;
    }

    private static String pool(String customer, String created) {
        return Keys.pool(
                OrderPools.spread(customer, created, OrderPoolsTest::spreads).orderId("main"));
    }

    @Test
    void customers_are_spread_evenly_and_each_stays_in_one_pool() {
        Map<String, Long> orders = IntStream.range(0, 3_000)
                .mapToObj(i -> pool("customer" + i, "o" + i))
                .collect(Collectors.groupingBy(pool -> pool, Collectors.counting()));

        assertThat(orders.keySet()).containsExactlyInAnyOrderElementsOf(SPREAD.getPools());
        assertThat(orders.values()).allSatisfy(count -> assertThat(count).isBetween(850L, 1_150L));
        assertThat(pool("customer7", "o1")).isEqualTo(pool("customer7", "o2"));
    }

    @Test
    void guests_are_spread_by_their_orders() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> pool("guest", "o" + i)))
                .contains("main", "main-2", "main-3");
    }

    @Test
    void an_order_has_its_id_in_its_pool_and_a_line_without_a_pool_has_none() {
        OrderPools pools = OrderPools.spread("c1", "o1", OrderPoolsTest::spreads);

        assertThat(pools.orderId("east")).isEqualTo("east~o1");
        assertThat(pools.ofLine("east")).isEqualTo("east");
        assertThat(pools.ofLine("main")).isEqualTo(Keys.pool(pools.orderId("main")));
        assertThat(pools.ofLine(null)).isNull();
    }

    @Test
    void a_spread_that_has_ended_leaves_orders_where_they_name() {
        PoolSpread ended = new PoolSpread("main", List.of(), 2L, 1L);

        assertThat(OrderPools.spread("c1", "o1", pool -> ended).orderId("main")).isEqualTo("main~o1");
    }

    @Test
    void an_order_with_a_reference_and_its_lines_lie_where_they_say() {
        OrderPools pools = OrderPools.named("r1");

        assertThat(pools.orderId("main")).isEqualTo("main~r1");
        assertThat(pools.ofLine("main")).isEqualTo("main");
    }
}
