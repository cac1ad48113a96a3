package com.fusioncommerce.streams.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConsistencyTokenTest {
    @Test
    void a_token_survives_its_way_through_a_header() {
        ConsistencyToken token = new ConsistencyToken("orders.commands", 3, 123_456_789_012L);

        assertThat(ConsistencyToken.parse(token.encode())).isEqualTo(token);
    }

    @Test
    void what_is_no_token_is_refused() {
        assertThatThrownBy(() -> ConsistencyToken.parse("%%%")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConsistencyToken.parse("aGVsbG8")).isInstanceOf(IllegalArgumentException.class);
    }
}
