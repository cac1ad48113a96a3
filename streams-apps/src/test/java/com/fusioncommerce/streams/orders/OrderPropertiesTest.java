package com.fusioncommerce.streams.orders;

import static com.fusioncommerce.streams.testing.Samples.line;
import static com.fusioncommerce.streams.testing.Samples.order;
import static com.fusioncommerce.streams.testing.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderDeadline;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.schemas.orders.PassDeadline;
import com.fusioncommerce.schemas.orders.RecordFraudScore;
import com.fusioncommerce.schemas.orders.RecordReservation;
import com.fusioncommerce.schemas.orders.ReservationAnswer;
import com.fusioncommerce.streams.testing.DecidedHistory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.apache.avro.specific.SpecificRecord;

/** Invariants of an order after any commands in any order, late and repeated ones included. */
class OrderPropertiesTest {
    private static final String ID = "main~o1";
    private static final Set<OrderStatus> FINAL =
            EnumSet.of(OrderStatus.REFUSED, OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);

    @Property(tries = 500)
    void what_is_over_stays_so(@ForAll("commands") @Size(max = 25) List<SpecificRecord> commands) {
        DecidedHistory history = shop();
        for (SpecificRecord command : commands) {
            Order before = placed(history);

            List<SpecificRecord> happened = history.decide(ID, command);

            if (before != null && FINAL.contains(before.getStatus())) {
                assertThat(happened)
                        .as("%s after %s", command, before.getStatus())
                        .isEmpty();
                assertThat(placed(history)).isEqualTo(before);
            }
        }
        history.isReplayed();
    }

    @Property(tries = 500)
    void every_pool_is_waited_for_or_holds_units_until_the_order_is_over(
            @ForAll("commands") @Size(max = 25) List<SpecificRecord> commands) {
        DecidedHistory history = shop();
        for (SpecificRecord command : commands) {
            history.decide(ID, command);

            Order order = placed(history);
            if (order == null) {
                assertThat(history.events()).isEmpty();
                continue;
            }
            assertThat(order.getVersion()).isEqualTo(history.events().size());
            assertThat(order.getEventTimes()).hasSize(history.events().size()).isSorted();
            if (!FINAL.contains(order.getStatus())) {
                List<String> open = new ArrayList<>(order.getAwaiting());
                open.addAll(order.getHolding());
                assertThat(open).containsExactlyInAnyOrderElementsOf(order.getPools());
                assertThat(order.getAwaiting().isEmpty()).isEqualTo(order.getStatus() != OrderStatus.PENDING);
            }
        }
    }

    private static DecidedHistory shop() {
        return new DecidedHistory(Orders.domain(OrderRules.defaults()))
                .reference(Orders.PRICES, "MUG", product("MUG", 25_550L, "GBP"))
                .reference(Orders.PRICES, "PIN", product("PIN", 5L, "GBP"));
    }

    private static Order placed(DecidedHistory history) {
        return history.states().get(Orders.ORDERS, ID);
    }

    @Provide
    Arbitrary<List<SpecificRecord>> commands() {
        Arbitrary<SpecificRecord> orders = Arbitraries.of(
                order(ID, line("MUG", 2)),
                order(ID, line("MUG", 1), line("PIN", 3, "east")),
                order(ID, line("PIN", 1, "east"), line("PIN", 1, "west"), line("MUG", 1)),
                order(ID, line("NONE", 1)));
        Arbitrary<SpecificRecord> answers = Combinators.combine(
                        Arbitraries.of("main", "east", "west"),
                        Arbitraries.of(
                                ReservationAnswer.RESERVED, ReservationAnswer.RESERVED, ReservationAnswer.INSUFFICIENT))
                .as((pool, answer) -> new RecordReservation(ID, pool, answer, List.of()));
        Arbitrary<SpecificRecord> scores =
                Arbitraries.of(0.0, 0.99).map(score -> new RecordFraudScore(ID, score, "fraud", "1"));
        Arbitrary<SpecificRecord> deadlines =
                Arbitraries.of(OrderDeadline.class).map(deadline -> new PassDeadline(ID, deadline));
        Arbitrary<SpecificRecord> cancellations = Arbitraries.of(
                new CancelOrder(ID, "", null), new CancelOrder(ID, "", 1L), new CancelOrder(ID, "", Long.MAX_VALUE));
        return Arbitraries.frequencyOf(
                        Tuple.of(2, orders),
                        Tuple.of(6, answers),
                        Tuple.of(1, scores),
                        Tuple.of(1, deadlines),
                        Tuple.of(1, cancellations))
                .list();
    }
}
