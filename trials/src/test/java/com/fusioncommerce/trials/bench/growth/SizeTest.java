package com.fusioncommerce.trials.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SizeTest {
    @Test
    void the_last_number_stays_where_one_list_is_shorter() {
        assertThat(Size.of(List.of(10L, 100L, 1_000L), List.of(5L, 50L)))
                .containsExactly(new Size(10, 5), new Size(100, 50), new Size(1_000, 50));
    }

    @Test
    void what_grows_does_not_get_smaller() {
        assertThatThrownBy(() -> Size.of(List.of(100L, 10L), List.of(1L))).hasMessageContaining("smaller");
    }

    @Test
    void an_order_is_of_products_that_lie_in_its_pool() {
        long products = 1_001;
        for (long order : LongStream.range(0, 2_000).toArray()) {
            for (int line = 0; line < 2; line++) {
                long product = GeneratedIds.product(order, line, products);
                assertThat(product).isBetween(0L, products - 1);
                assertThat(GeneratedIds.pool(product)).isEqualTo(GeneratedIds.pool(order));
            }
        }
    }
}
