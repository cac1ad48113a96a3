package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionsTest {
    @Property
    void a_partition_is_one_of_the_topics(@ForAll String key, @ForAll @IntRange(min = 1, max = 64) int partitions) {
        assertThat(Partitions.of(key, partitions)).isBetween(0, partitions - 1);
    }

    @Property
    void orders_and_stock_of_a_pool_share_a_partition(
            @ForAll @AlphaChars @StringLength(min = 1, max = 10) String pool,
            @ForAll @AlphaChars @StringLength(min = 1, max = 10) String order,
            @ForAll @AlphaChars @StringLength(min = 1, max = 10) String sku) {
        assertThat(Topics.events("orders").partitionOf(Keys.pooled("acme", pool, order)))
                .isEqualTo(Topics.commands("inventory").partitionOf(Keys.pooled("acme", pool, sku)));
    }

    /** Existing data is in these partitions: with another hash it would not be found. */
    @ParameterizedTest
    @CsvSource({"acme/main~o-1, 1", "acme/main~85123A, 1", "acme/85123A, 2", "online-retail/main~536365, 3"})
    void keys_stay_where_they_are(String key, int partition) {
        assertThat(Partitions.of(key, 4)).isEqualTo(partition);
    }
}
