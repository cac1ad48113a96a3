package com.fusioncommerce.streams.inventory;

import static com.fusioncommerce.streams.testing.DeciderScenario.NOW;
import static com.fusioncommerce.streams.testing.DeciderScenario.given;
import static com.fusioncommerce.streams.testing.Samples.happened;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.inventory.OrdersSpread;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.inventory.ReceiveStock;
import com.fusioncommerce.schemas.inventory.ReservedUnits;
import com.fusioncommerce.schemas.inventory.SpreadOrders;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.inventory.StockSet;
import com.fusioncommerce.schemas.inventory.StockTransferReceived;
import com.fusioncommerce.schemas.inventory.StockTransferSent;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.streams.kernel.Policy.Send;
import com.fusioncommerce.streams.testing.DeciderScenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockTransfersTest {
    private static final StockTransferSent SENT =
            new StockTransferSent("t1", "main", "MUG", 4L, "main-2", 6L, "hot", NOW);

    private static DeciderScenario stocked(long mugs) {
        return given(Inventory.domain()).event(new StockSet("main", "MUG", mugs, 0L, 1L));
    }

    private static TransferStock transfer(long quantity, String targetPool) {
        return new TransferStock("main", "MUG", quantity, targetPool, "t1", "hot");
    }

    @Test
    void units_leave_one_pool_and_arrive_in_the_other_once() {
        DeciderScenario scenario = stocked(10)
                .when("main~MUG", transfer(4, "main-2"))
                .then(SENT)
                .when("main~MUG", transfer(4, "main-2"))
                .thenNothingNew();

        Send arrival = StockTransfers.arrive(happened("main~MUG", SENT)).get(0);
        assertThat(arrival).isEqualTo(new Send("main-2~MUG", new ReceiveStock("main-2", "MUG", 4L, "main", "t1")));
        scenario.when(arrival.id(), arrival.command())
                .then(new StockTransferReceived("t1", "main-2", "MUG", 4L, "main", 4L, NOW))
                .when(arrival.id(), arrival.command())
                .thenNothingNew();

        Stock left = scenario.state(Inventory.STOCK, "main~MUG");
        Stock arrived = scenario.state(Inventory.STOCK, "main-2~MUG");
        assertThat(left.getOnHand()).isEqualTo(6);
        assertThat(arrived.getOnHand()).isEqualTo(4);
    }

    @Test
    void what_orders_hold_stays() {
        stocked(10)
                .event(new StockReserved("main", "main~o1", List.of(new ReservedUnits("MUG", 7L)), NOW))
                .when("main~MUG", transfer(4, "main-2"))
                .thenRejected("insufficient_stock");
    }

    @Test
    void a_transfer_has_units_and_somewhere_else_to_go() {
        stocked(10).when("main~MUG", transfer(0, "main-2")).thenRejected("invalid_quantity");
        stocked(10).when("main~MUG", transfer(1, "main")).thenRejected("invalid_id");
        stocked(10).when("main~MUG", transfer(1, "no/pool")).thenRejected("invalid_id");
    }

    @Test
    void units_that_would_pass_the_limit_of_a_pool_go_back_at_once() {
        DeciderScenario scenario = stocked(6).event(new StockSet("main-2", "MUG", StockLevels.MOST, 0L, 1L));

        scenario.when("main-2~MUG", new ReceiveStock("main-2", "MUG", 4L, "main", "t1"));

        Stock full = scenario.state(Inventory.STOCK, "main-2~MUG");
        assertThat(full.getOnHand()).isEqualTo(StockLevels.MOST);
        StockTransferSent back =
                new StockTransferSent("t1-back", "main-2", "MUG", 4L, "main", StockLevels.MOST, "full", NOW);
        Send arrival = StockTransfers.arrive(happened("main-2~MUG", back)).get(0);
        scenario.when(arrival.id(), arrival.command());
        Stock again = scenario.state(Inventory.STOCK, "main~MUG");
        assertThat(again.getOnHand()).isEqualTo(10);
    }

    @Test
    void a_pool_is_spread_and_no_longer() {
        DeciderScenario scenario = given(Inventory.domain())
                .when("main", new SpreadOrders("main", List.of("main", "main-2")))
                .then(new OrdersSpread("main", List.of("main", "main-2"), NOW))
                .when("main", new SpreadOrders("main", List.of("main", "main-2")))
                .thenNothingNew()
                .when("main", new SpreadOrders("main", List.of()))
                .then(new OrdersSpread("main", List.of(), NOW));

        PoolSpread ended = scenario.state(Inventory.SPREADS, "main");
        assertThat(ended.getVersion()).isEqualTo(2);
        assertThat(ended.getPools()).isEmpty();
    }

    @Test
    void a_spread_names_pools_each_once() {
        given(Inventory.domain())
                .when("main", new SpreadOrders("main", List.of("a", "a")))
                .thenRejected("invalid_id")
                .when("main", new SpreadOrders("main", List.of("a~b")))
                .thenRejected("invalid_id");
    }
}
