package com.fusioncommerce.streams.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.ReceiveStock;
import com.fusioncommerce.schemas.inventory.ReleaseStock;
import com.fusioncommerce.schemas.inventory.Reservation;
import com.fusioncommerce.schemas.inventory.ReservationStatus;
import com.fusioncommerce.schemas.inventory.ReserveLine;
import com.fusioncommerce.schemas.inventory.ReserveStock;
import com.fusioncommerce.schemas.inventory.ReservedUnits;
import com.fusioncommerce.schemas.inventory.SetFirstStock;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.streams.testing.DecidedHistory;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.apache.avro.specific.SpecificRecord;

/** Invariants of stock after any commands in any order. */
class StockPropertiesTest {
    private static final String POOL = "main";

    /** A command and the aggregate that it is for. */
    record Asked(String id, SpecificRecord command) {}

    @Property(tries = 300)
    void what_is_held_is_there_and_is_what_orders_hold(@ForAll("commands") @Size(max = 40) List<Asked> commands) {
        DecidedHistory history = new DecidedHistory(Inventory.domain());
        for (Asked asked : commands) {
            history.decide(asked.id(), asked.command());

            history.states().all(Inventory.STOCK).forEach(stock -> {
                assertThat(stock.getReserved()).isBetween(0L, stock.getOnHand());
                assertThat(stock.getReserved()).isEqualTo(held(history, stock));
            });
        }
        history.isReplayed();
    }

    @Property(tries = 300)
    void an_order_is_answered_once(@ForAll("commands") @Size(max = 40) List<Asked> commands) {
        DecidedHistory history = new DecidedHistory(Inventory.domain());
        for (Asked asked : commands) {
            Reservation before = history.states().get(Inventory.RESERVATIONS, asked.id());
            boolean reserves = asked.command() instanceof ReserveStock;
            boolean isOver = before != null && before.getStatus() != ReservationStatus.HELD;

            List<SpecificRecord> happened = history.decide(asked.id(), asked.command());

            if (isOver || (reserves && before != null)) {
                assertThat(happened).isEmpty();
            }
        }
    }

    private static long held(DecidedHistory history, Stock stock) {
        return history.states()
                .all(Inventory.RESERVATIONS)
                .flatMap(reservation -> reservation.getUnits().stream())
                .filter(units -> units.getSku().equals(stock.getSku()))
                .mapToLong(ReservedUnits::getQuantity)
                .sum();
    }

    @Provide
    Arbitrary<List<Asked>> commands() {
        Arbitrary<String> skus = Arbitraries.of("A", "B");
        Arbitrary<String> orders = Arbitraries.of("main~1", "main~2", "main~3", "main~4");
        Arbitrary<String> transfers = Arbitraries.of("t1", "t2", "t3");
        Arbitrary<Long> units = Arbitraries.longs().between(0, 12);
        Arbitrary<Long> deltas = Arbitraries.longs().between(-12, 12);
        Arbitrary<ReserveLine> lines =
                Combinators.combine(skus, units).as((sku, quantity) -> new ReserveLine(1, sku, quantity + 1));
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                2,
                                Combinators.combine(skus, units).as((sku, n) -> of(sku, new SetStock(POOL, sku, n)))),
                        Tuple.of(
                                1,
                                Combinators.combine(skus, units)
                                        .as((sku, n) -> of(sku, new SetFirstStock(POOL, sku, n)))),
                        Tuple.of(
                                2,
                                Combinators.combine(skus, deltas)
                                        .as((sku, n) -> of(sku, new AdjustStock(POOL, sku, n, "")))),
                        Tuple.of(
                                3,
                                Combinators.combine(
                                                orders,
                                                lines.list().ofMinSize(1).ofMaxSize(3))
                                        .as((order, asked) -> of(order, new ReserveStock(POOL, order, asked)))),
                        Tuple.of(2, orders.map(order -> of(order, new ReleaseStock(POOL, order, "")))),
                        Tuple.of(
                                1,
                                Combinators.combine(skus, units, transfers)
                                        .as((sku, n, id) -> of(sku, new TransferStock(POOL, sku, n, "other", id, "")))),
                        Tuple.of(
                                1,
                                Combinators.combine(skus, units, transfers)
                                        .as((sku, n, id) -> of(sku, new ReceiveStock(POOL, sku, n + 1, "other", id)))))
                .list();
    }

    private static Asked of(String id, SpecificRecord command) {
        return new Asked(Keys.pooledId(POOL, id), command);
    }
}
