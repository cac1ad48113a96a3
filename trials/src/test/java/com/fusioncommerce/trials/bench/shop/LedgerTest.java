package com.fusioncommerce.trials.bench.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.inventory.ReservedUnits;
import com.fusioncommerce.schemas.inventory.StockReleased;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderReserved;
import com.fusioncommerce.schemas.orders.OrderSummary;
import com.fusioncommerce.trials.bench.shop.CommittedEvents.Event;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final OrderSummary SUMMARY = new OrderSummary("c", "GB", "GB", "GBP", "web", false, 0L, 1, 2L, 200L);

    private final Ledger ledger = new Ledger("shop", 3);
    private int events;

    @Test
    void what_reserved_orders_asked_for_is_what_is_held() {
        add(created("one"));
        assertThat(ledger.isSettled()).isFalse();
        add(held("one", 2));
        add(new OrderReserved("P0~one", "P0", SUMMARY, 0L));

        assertThat(ledger.isSettled()).isTrue();
        assertThat(ledger.held()).isEqualTo(Map.of("P0/S0", 2L)).isEqualTo(ledger.owed());
        assertThat(ledger.reserved()).isEqualTo(1);
    }

    @Test
    void units_of_a_refused_order_must_have_come_back() {
        add(created("one"));
        add(held("one", 2));
        add(new OrderRefused("P0~one", SUMMARY, "insufficient_stock", List.of(), List.of("P0"), 0L));
        assertThat(ledger.isSettled()).isFalse();

        add(new StockReleased("P0", "P0~one", List.of(new ReservedUnits("S0", 2L)), "", 0L));
        assertThat(ledger.isSettled()).isTrue();
    }

    @Test
    void more_than_there_was_is_noticed_even_if_it_comes_back() {
        add(held("one", 2));
        add(held("two", 2));
        add(new StockReleased("P0", "P0~two", List.of(new ReservedUnits("S0", 2L)), "", 0L));

        assertThat(ledger.oversold()).isEqualTo(1);
    }

    @Test
    void an_event_that_is_there_twice_is_noticed() {
        Event created = new Event("shop/P0~one", "same", "order.created", 0, created("one"));
        ledger.add(created);
        ledger.add(created);

        assertThat(ledger.repeated()).isPositive();
        assertThat(ledger.created()).isEqualTo(1);
    }

    @Test
    void an_order_that_was_both_reserved_and_refused_is_undecided() {
        add(created("one"));
        add(new OrderReserved("P0~one", "P0", SUMMARY, 0L));
        add(new OrderRefused("P0~one", SUMMARY, "insufficient_stock", List.of(), List.of(), 0L));

        assertThat(ledger.undecided()).isEqualTo(1);
    }

    @Test
    void other_tenants_are_left_out() {
        ledger.add(new Event("other/P0~one", "e", "order.created", 0, created("one")));

        assertThat(ledger.created()).isZero();
    }

    private static OrderCreated created(String id) {
        OrderLine line = new OrderLine(1, "S0", 2L, 10_000L, 200L, "P0");
        return new OrderCreated("P0~" + id, SUMMARY, List.of(line), List.of("P0"), 0L);
    }

    private static StockReserved held(String id, long units) {
        return new StockReserved("P0", "P0~" + id, List.of(new ReservedUnits("S0", units)), 0L);
    }

    private void add(SpecificRecord value) {
        ledger.add(new Event("shop/P0~x", "e" + events++, "", 0, value));
    }
}
