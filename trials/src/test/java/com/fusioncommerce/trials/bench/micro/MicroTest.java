package com.fusioncommerce.trials.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.streams.kernel.Decision;
import org.junit.jupiter.api.Test;

/** Checks that the benchmarks measure what they claim: a refused command would be measured as a very fast one. */
class MicroTest {
    @Test
    void orders_are_placed_reserved_and_confirmed_each_time_anew() {
        OrderMicro micro = new OrderMicro();
        micro.lines = 2;
        micro.prepare();
        for (int time = 0; time < 2; time++) {
            assertThat(events(micro.place())).isEqualTo(1);
            assertThat(events(micro.recordReservation())).isEqualTo(1);
            assertThat(events(micro.recordScore())).isEqualTo(1);
        }
    }

    @Test
    void stock_and_products_change_each_time_anew() {
        StockMicro stock = new StockMicro();
        stock.lines = 2;
        stock.prepare();
        ProductMicro products = new ProductMicro();
        for (int time = 0; time < 2; time++) {
            assertThat(events(stock.reserve())).isEqualTo(1);
            assertThat(events(stock.set())).isEqualTo(1);
            assertThat(events(products.create())).isEqualTo(1);
            assertThat(events(products.changePrice())).isEqualTo(1);
        }
    }

    @Test
    void what_is_encoded_is_decoded() {
        CodecMicro micro = new CodecMicro();
        for (CodecMicro.Message message : CodecMicro.Message.values()) {
            micro.message = message;
            micro.prepare();
            assertThat(micro.encode()).isNotEmpty();
            assertThat(micro.decode()).isNotNull();
        }
        micro.message = CodecMicro.Message.ORDER;
        micro.prepare();
        assertThat(((Order) micro.decode()).getStatus()).isEqualTo(OrderStatus.RESERVED);
    }

    private static int events(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).events().size();
    }
}
