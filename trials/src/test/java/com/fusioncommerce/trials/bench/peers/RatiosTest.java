package com.fusioncommerce.trials.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatiosTest {
    private final Ratios ratios = new Ratios("Vendure");

    @Test
    void figures_are_compared_to_the_standards_of_the_same_kind() {
        assertThat(ratios.of("Vendure", "orders", 10)).isEqualTo(1);
        assertThat(ratios.of("ours", "orders", 2_500)).isEqualTo(250);
        assertThat(ratios.of("ours", "reads", 2_500)).isNull();
    }

    @Test
    void where_less_is_better_the_ratio_says_how_many_times_less() {
        ratios.less("Vendure", "cpu", 150);
        assertThat(ratios.less("ours", "cpu", 0.5)).isEqualTo(300);
    }

    @Test
    void the_orders_of_all_shops_have_the_same_variants() {
        assertThat(Goods.variants()).hasSize(Goods.VARIANTS);
        assertThat(Goods.variants().get(Goods.onLine(7, 0)).sku()).isEqualTo("SKU-4-L");
        assertThat(Goods.onLine(7, 1)).isNotEqualTo(Goods.onLine(7, 0)).isLessThan(Goods.VARIANTS);
    }
}
