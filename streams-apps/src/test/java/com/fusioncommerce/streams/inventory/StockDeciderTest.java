package com.fusioncommerce.streams.inventory;

import static com.fusioncommerce.streams.testing.DeciderScenario.NOW;
import static com.fusioncommerce.streams.testing.DeciderScenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.ReleaseStock;
import com.fusioncommerce.schemas.inventory.Reservation;
import com.fusioncommerce.schemas.inventory.ReservationStatus;
import com.fusioncommerce.schemas.inventory.ReserveLine;
import com.fusioncommerce.schemas.inventory.ReserveStock;
import com.fusioncommerce.schemas.inventory.ReservedUnits;
import com.fusioncommerce.schemas.inventory.SetFirstStock;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.Shortage;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.StockAdjusted;
import com.fusioncommerce.schemas.inventory.StockInsufficient;
import com.fusioncommerce.schemas.inventory.StockReleased;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.inventory.StockSet;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.streams.testing.DeciderScenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockDeciderTest {
    private static final String ORDER = "main~o1";
    private static final String HELD = "main~main~o1";

    private static DeciderScenario stocked(long mugs) {
        return given(Inventory.domain()).event(new StockSet("main", "MUG", mugs, 0L, 1L));
    }

    private static ReserveStock reserve(ReserveLine... lines) {
        return new ReserveStock("main", ORDER, List.of(lines));
    }

    private static StockReserved reserved(long mugs) {
        return new StockReserved("main", ORDER, List.of(new ReservedUnits("MUG", mugs)), NOW);
    }

    @Test
    void a_products_first_stock_is_put_once_and_never_over_what_has_a_history() {
        given(Inventory.domain())
                .when("main~MUG", new SetFirstStock("main", "MUG", 7L))
                .then(new StockSet("main", "MUG", 7L, 0L, NOW));
        stocked(40).when("main~MUG", new SetFirstStock("main", "MUG", 7L)).thenNothingNew();
        stocked(0).when("main~MUG", new SetFirstStock("main", "MUG", 7L)).thenNothingNew();
    }

    @Test
    void an_adjustment_beyond_what_is_counted_is_refused_whatever_its_sign() {
        for (long delta : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, -StockLevels.MOST - 1, Long.MAX_VALUE}) {
            given(Inventory.domain())
                    .when("main~MUG", new AdjustStock("main", "MUG", delta, ""))
                    .thenRejected("invalid_quantity");
        }
    }

    @Test
    void stock_is_of_a_sku_that_can_be_one() {
        for (String sku : new String[] {"MUG ", " MUG", "M  UG", "M\u00a0UG", "MUG\t", "\u041cUG"}) {
            given(Inventory.domain())
                    .when("main~" + sku, new SetStock("main", sku, 1L))
                    .thenRejected("invalid_id");
        }
    }

    @Test
    void an_order_holds_the_units_of_all_its_lines_of_a_sku_together() {
        DeciderScenario scenario = stocked(10)
                .when(HELD, reserve(new ReserveLine(1, "MUG", 4L), new ReserveLine(2, "MUG", 6L)))
                .then(reserved(10));

        Stock stock = scenario.state(Inventory.STOCK, "main~MUG");
        assertThat(stock.getOnHand()).isEqualTo(10);
        assertThat(stock.getReserved()).isEqualTo(10);
    }

    @Test
    void reserving_the_same_order_twice_reserves_once() {
        stocked(10)
                .event(reserved(4))
                .when(HELD, reserve(new ReserveLine(1, "MUG", 4L)))
                .thenNothingNew();
    }

    @Test
    void the_lines_that_are_short_are_named_and_nothing_is_held() {
        DeciderScenario scenario = stocked(5)
                .when(
                        HELD,
                        reserve(
                                new ReserveLine(1, "MUG", 3L),
                                new ReserveLine(2, "MUG", 3L),
                                new ReserveLine(3, "CUP", 1L)))
                .then(new StockInsufficient(
                        "main", ORDER, List.of(new Shortage(2, "MUG", 3L, 2L), new Shortage(3, "CUP", 1L, 0L)), NOW));

        Stock stock = scenario.state(Inventory.STOCK, "main~MUG");
        Reservation reservation = scenario.state(Inventory.RESERVATIONS, HELD);
        assertThat(stock.getReserved()).isZero();
        assertThat(reservation.getStatus()).isEqualTo(ReservationStatus.REFUSED);
    }

    @Test
    void what_is_released_can_be_had_again_and_is_released_once() {
        DeciderScenario scenario = stocked(10)
                .event(reserved(4))
                .when(HELD, new ReleaseStock("main", ORDER, "cancelled"))
                .then(new StockReleased("main", ORDER, List.of(new ReservedUnits("MUG", 4L)), "cancelled", NOW))
                .when(HELD, new ReleaseStock("main", ORDER, "cancelled"))
                .thenNothingNew();

        Stock stock = scenario.state(Inventory.STOCK, "main~MUG");
        assertThat(stock.getReserved()).isZero();
    }

    @Test
    void an_order_released_before_it_asked_gets_nothing_when_it_asks() {
        stocked(10)
                .when(HELD, new ReleaseStock("main", ORDER, "expired"))
                .then(new StockReleased("main", ORDER, List.of(), "expired", NOW))
                .when(HELD, reserve(new ReserveLine(1, "MUG", 4L)))
                .thenNothingNew();
    }

    @Test
    void stock_is_set_and_adjusted() {
        stocked(10)
                .when("main~MUG", new SetStock("main", "MUG", 12L))
                .then(new StockSet("main", "MUG", 12L, 10L, NOW))
                .when("main~MUG", new AdjustStock("main", "MUG", -5L, "broken"))
                .then(new StockAdjusted("main", "MUG", -5L, 7L, "broken", NOW))
                .when("main~MUG", new SetStock("main", "MUG", 7L))
                .thenNothingNew();
    }

    @Test
    void stock_goes_neither_below_zero_nor_below_what_is_reserved_nor_beyond_counting() {
        stocked(10).when("main~MUG", new SetStock("main", "MUG", -1L)).thenRejected("negative_stock");
        stocked(10).when("main~MUG", new AdjustStock("main", "MUG", -11L, "")).thenRejected("negative_stock");
        stocked(10)
                .event(reserved(4))
                .when("main~MUG", new AdjustStock("main", "MUG", -7L, ""))
                .thenRejected("stock_below_reserved");
        stocked(10)
                .when("main~MUG", new SetStock("main", "MUG", StockLevels.MOST + 1))
                .thenRejected("invalid_quantity");
        stocked(10)
                .when("main~MUG", new AdjustStock("main", "MUG", Long.MAX_VALUE, ""))
                .thenRejected("invalid_quantity");
    }

    @Test
    void a_command_of_another_domain_is_a_defect() {
        assertThatThrownBy(() -> stocked(1).when("x", new CancelOrder("x", "", null)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
