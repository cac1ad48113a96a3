package com.fusioncommerce.streams.orders;

import static com.fusioncommerce.streams.testing.DeciderScenario.NOW;
import static com.fusioncommerce.streams.testing.DeciderScenario.given;
import static com.fusioncommerce.streams.testing.Samples.imported;
import static com.fusioncommerce.streams.testing.Samples.line;
import static com.fusioncommerce.streams.testing.Samples.order;
import static com.fusioncommerce.streams.testing.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.DecidedBy;
import com.fusioncommerce.schemas.orders.LineShortage;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderAssessed;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderDeadline;
import com.fusioncommerce.schemas.orders.OrderExpired;
import com.fusioncommerce.schemas.orders.OrderPoolReserved;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.schemas.orders.OrderReserved;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.schemas.orders.PassDeadline;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import com.fusioncommerce.schemas.orders.RecordFraudScore;
import com.fusioncommerce.schemas.orders.RecordReservation;
import com.fusioncommerce.schemas.orders.ReservationAnswer;
import com.fusioncommerce.streams.kernel.DeadlineChange;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.testing.DeciderScenario;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class OrderDeciderTest {
    private static final String ID = "main~o1";

    private static DeciderScenario shop() {
        return shop(OrderRules.defaults());
    }

    private static DeciderScenario shop(OrderRules rules) {
        return given(Orders.domain(rules))
                .reference(Orders.PRICES, "MUG", product("MUG", 25_550L, "GBP"))
                .reference(Orders.PRICES, "PIN", product("PIN", 5L, "GBP"))
                .reference(Orders.PRICES, "YEN", product("YEN", 100_000L, "JPY"));
    }

    private static DeciderScenario placed(OrderRules rules, PlaceOrderLine... lines) {
        DeciderScenario shop = shop(rules);
        shop.when(ID, order(ID, lines));
        return shop;
    }

    private static RecordReservation answer(String pool, ReservationAnswer answer) {
        return new RecordReservation(ID, pool, answer, List.of());
    }

    private static RecordFraudScore score(double score) {
        return new RecordFraudScore(ID, score, "fraud", "1");
    }

    private static OrderStatus status(DeciderScenario scenario) {
        return scenario.state(Orders.ORDERS, ID).getStatus();
    }

    @Test
    void an_order_is_priced_when_it_is_placed_with_lines_rounded_half_even() {
        List<SpecificRecord> events = shop().when(ID, order(ID, line("MUG", 2), line("PIN", 10), line("PIN", 30)))
                .events();

        OrderCreated created = (OrderCreated) events.get(0);
        assertThat(created.getLines()).extracting("total").containsExactly(511L, 0L, 2L);
        assertThat(created.getSummary().getTotal()).isEqualTo(513);
        assertThat(created.getSummary().getUnits()).isEqualTo(42);
        assertThat(created.getSummary().getCurrency()).isEqualTo("GBP");
        assertThat(created.getPools()).containsExactly("main");
        assertThat(created.getAt()).isEqualTo(NOW);
    }

    @Test
    void a_placed_order_is_answered_once_its_pools_have_answered() {
        DeciderScenario shop = shop();
        DeciderScenario.Then placed = shop.when(ID, order(ID, line("MUG", 1)));
        assertThat(((Decision.Accepted) placed.decision()).answerLater()).isTrue();
        assertThat(placed.isSettled()).isFalse();

        DeciderScenario.Then reserved = shop.when(ID, answer("main", ReservationAnswer.RESERVED));
        assertThat(((Decision.Accepted) reserved.settled()).answer())
                .containsEntry("status", "reserved")
                .containsEntry("total", "256")
                .containsEntry("orderId", ID);
    }

    @Test
    void an_order_waits_for_all_its_pools() {
        DeciderScenario shop = placed(OrderRules.defaults(), line("MUG", 1), line("PIN", 1, "east"));

        shop.when(ID, answer("east", ReservationAnswer.RESERVED)).then(new OrderPoolReserved(ID, "east", NOW));
        assertThat(status(shop)).isEqualTo(OrderStatus.PENDING);
        shop.when(ID, answer("east", ReservationAnswer.RESERVED)).thenNothingNew();
        List<SpecificRecord> events =
                shop.when(ID, answer("main", ReservationAnswer.RESERVED)).events();
        assertThat(events).hasExactlyElementsOfTypes(OrderReserved.class);
        assertThat(status(shop)).isEqualTo(OrderStatus.RESERVED);
    }

    @Test
    void one_short_pool_refuses_the_order_and_the_others_give_back() {
        DeciderScenario shop = placed(OrderRules.defaults(), line("MUG", 1), line("PIN", 1, "east"));
        shop.when(ID, answer("main", ReservationAnswer.RESERVED));

        DeciderScenario.Then refused = shop.when(
                ID,
                new RecordReservation(
                        ID, "east", ReservationAnswer.INSUFFICIENT, List.of(new LineShortage(2, "PIN", 1L, 0L))));

        OrderRefused event = (OrderRefused) refused.events().get(0);
        assertThat(event.getReleasePools()).containsExactly("main");
        Decision.Rejected answer = (Decision.Rejected) refused.settled();
        assertThat(answer.reason()).isEqualTo("insufficient_stock");
        assertThat(answer.problems())
                .extracting("line", "available")
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 0L));
        shop.when(ID, answer("main", ReservationAnswer.RESERVED)).thenNothingNew();
    }

    @Test
    void a_low_score_confirms_and_a_high_one_rejects_and_gives_back() {
        DeciderScenario good = placed(OrderRules.defaults(), line("MUG", 1));
        good.when(ID, answer("main", ReservationAnswer.RESERVED));
        OrderConfirmed confirmed =
                (OrderConfirmed) good.when(ID, score(0.2)).events().get(0);
        assertThat(confirmed.getDecision().getBy()).isEqualTo(DecidedBy.MODEL);
        assertThat(confirmed.getDecision().getScore()).isEqualTo(0.2);
        good.when(ID, score(0.99)).thenNothingNew();

        DeciderScenario bad = placed(OrderRules.defaults(), line("MUG", 1));
        bad.when(ID, answer("main", ReservationAnswer.RESERVED));
        OrderRejected rejected =
                (OrderRejected) bad.when(ID, score(0.9)).events().get(0);
        assertThat(rejected.getReleasePools()).containsExactly("main");
        assertThat(status(bad)).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void a_score_that_comes_before_the_last_pool_takes_effect_with_it() {
        DeciderScenario shop = placed(OrderRules.defaults(), line("MUG", 1), line("PIN", 1, "east"));
        shop.when(ID, answer("main", ReservationAnswer.RESERVED));
        assertThat(shop.when(ID, score(0.95)).events()).hasExactlyElementsOfTypes(OrderAssessed.class);
        shop.when(ID, score(0.1)).thenNothingNew();

        List<SpecificRecord> events =
                shop.when(ID, answer("east", ReservationAnswer.RESERVED)).events();
        assertThat(events).hasExactlyElementsOfTypes(OrderReserved.class, OrderRejected.class);
        assertThat(((OrderRejected) events.get(1)).getReleasePools()).containsExactly("main", "east");
    }

    @Test
    void when_the_model_is_too_slow_the_rule_decides_and_the_event_says_so() {
        for (boolean accept : new boolean[] {true, false}) {
            OrderRules rules = new OrderRules(true, 0.9, Duration.ofSeconds(2), accept, Duration.ofMinutes(1));
            DeciderScenario shop = placed(rules, line("MUG", 1));
            Decision reserved =
                    shop.when(ID, answer("main", ReservationAnswer.RESERVED)).decision();
            assertThat(((Decision.Accepted) reserved).deadline())
                    .isEqualTo(new DeadlineChange.Set(NOW + 2_000, new PassDeadline(ID, OrderDeadline.FRAUD)));

            SpecificRecord event = shop.when(ID, new PassDeadline(ID, OrderDeadline.FRAUD))
                    .events()
                    .get(0);
            assertThat(event).isInstanceOf(accept ? OrderConfirmed.class : OrderRejected.class);
            assertThat(shop.state(Orders.ORDERS, ID).getDecision().getBy()).isEqualTo(DecidedBy.DEADLINE_RULE);
            shop.when(ID, score(0.99)).thenNothingNew();
        }
    }

    @Test
    void imports_are_confirmed_at_once_at_their_own_price_and_time() {
        DeciderScenario shop = shop();
        OrderCreated created =
                (OrderCreated) shop.when(ID, imported(ID, 42L, new PlaceOrderLine("MUG", 3L, null, 10_000L)))
                        .events()
                        .get(0);
        assertThat(created.getSummary().getPlacedAt()).isEqualTo(42L);
        assertThat(created.getSummary().getTotal()).isEqualTo(300);

        List<SpecificRecord> events =
                shop.when(ID, answer("main", ReservationAnswer.RESERVED)).events();
        assertThat(events).hasExactlyElementsOfTypes(OrderReserved.class, OrderConfirmed.class);
        assertThat(((OrderConfirmed) events.get(1)).getDecision().getBy()).isEqualTo(DecidedBy.IMPORT);
    }

    @Test
    void without_a_gate_a_reserved_order_is_confirmed() {
        DeciderScenario shop =
                placed(new OrderRules(false, 0.9, Duration.ofSeconds(2), true, Duration.ofMinutes(1)), line("MUG", 1));
        assertThat(shop.when(ID, answer("main", ReservationAnswer.RESERVED)).events())
                .hasExactlyElementsOfTypes(OrderReserved.class, OrderConfirmed.class);
    }

    @Test
    void a_living_order_can_be_cancelled_once() {
        DeciderScenario shop = placed(OrderRules.defaults(), line("MUG", 1));
        shop.when(ID, answer("main", ReservationAnswer.RESERVED));
        OrderCancelled cancelled = (OrderCancelled) shop.when(ID, new CancelOrder(ID, "changed my mind", null))
                .events()
                .get(0);
        assertThat(cancelled.getReleasePools()).containsExactly("main");
        assertThat(cancelled.getCancelledAt()).isEqualTo(NOW);
        shop.when(ID, new CancelOrder(ID, "", null)).thenRejected("order_not_cancellable");
    }

    @Test
    void an_order_is_not_cancelled_before_it_was_placed() {
        DeciderScenario shop = placed(OrderRules.defaults(), line("MUG", 1));
        shop.when(ID, new CancelOrder(ID, "", NOW - 1)).thenRejected("invalid_time");
        OrderCancelled cancelled = (OrderCancelled)
                shop.when(ID, new CancelOrder(ID, "", NOW)).events().get(0);
        assertThat(cancelled.getCancelledAt()).isEqualTo(NOW);
    }

    @Test
    void an_order_that_pools_leave_without_answer_expires_and_asks_them_all_to_give_back() {
        DeciderScenario shop = placed(OrderRules.defaults(), line("MUG", 1), line("PIN", 1, "east"));
        shop.when(ID, answer("main", ReservationAnswer.RESERVED));
        OrderExpired expired = (OrderExpired) shop.when(ID, new PassDeadline(ID, OrderDeadline.RESERVATION))
                .events()
                .get(0);
        assertThat(expired.getReleasePools()).containsExactly("main", "east");
        shop.when(ID, new PassDeadline(ID, OrderDeadline.RESERVATION)).thenNothingNew();
        shop.when(ID, answer("east", ReservationAnswer.RESERVED)).thenNothingNew();
    }

    @Test
    void what_cannot_be_ordered_is_refused_with_its_lines() {
        shop().when(ID, order(ID, line("MUG", 0))).thenRejected("invalid_quantity");
        shop().when(ID, order(ID, line("NOPE", 1))).thenRejected("unknown_sku");
        shop().when(ID, order(ID, line("MUG", 1), line("YEN", 1))).thenRejected("currency_mismatch");
        shop().when(ID, order(ID, line("MUG", 1, "b~d"))).thenRejected("invalid_id");
        shop().when(ID, order(ID)).thenRejected("empty_order");
        shop().when("o1", order("o1", line("MUG", 1))).thenRejected("invalid_id");
        shop().when(ID, order(ID, Collections.nCopies(1_501, line("MUG", 1)).toArray(PlaceOrderLine[]::new)))
                .thenRejected("too_many_lines");
        shop().when(ID, new PlaceOrder(ID, "c1", "QQQ", "GB", "GB", "web", null, false, List.of(line("MUG", 1))))
                .thenRejected("unknown_currency");
        shop().when(ID, new PlaceOrder(ID, "a/b", null, "GB", "GB", "web", null, false, List.of(line("MUG", 1))))
                .thenRejected("invalid_id");
        shop().when(ID, imported(ID, 1L, new PlaceOrderLine("MUG", 1_000_000_000L, null, Amounts.MOST)))
                .thenRejected("amount_too_large");
        shop().when(ID, imported(ID, 1L, new PlaceOrderLine("MUG", 1L, null, Amounts.MOST + 1)))
                .thenRejected("invalid_price");
        PlaceOrderLine most = new PlaceOrderLine("MUG", 100L, null, Amounts.MOST);
        shop().when(ID, imported(ID, 1L, most, new PlaceOrderLine("MUG", 1L, null, 100L)))
                .thenRejected("amount_too_large");
        shop().when(ID, imported(ID, 1L, new PlaceOrderLine("MUG", 1L, null, -1L)))
                .thenRejected("invalid_price");
    }

    @Test
    void an_order_is_placed_once_and_only_what_was_placed_can_be_told_anything() {
        placed(OrderRules.defaults(), line("MUG", 1))
                .when(ID, order(ID, line("MUG", 1)))
                .thenRejected("order_exists");
        shop().when(ID, new CancelOrder(ID, "", null)).thenRejected("unknown_order");
        assertThatThrownBy(
                        () -> placed(OrderRules.defaults(), line("MUG", 1)).when(ID, new ChangePrice("MUG", 1L, "GBP")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_order_can_be_told_again_from_its_events() {
        DeciderScenario shop = shop();
        List<SpecificRecord> first = shop.when(ID, order(ID, line("MUG", 1))).events();
        List<SpecificRecord> second =
                shop.when(ID, answer("main", ReservationAnswer.RESERVED)).events();

        Order now = shop.state(Orders.ORDERS, ID);
        assertThat(OrderHistory.replay(List.of(first.get(0), second.get(0)))).contains(now);
        assertThat(OrderHistory.replay(first).orElseThrow().getStatus()).isEqualTo(OrderStatus.PENDING);
        assertThat(OrderHistory.replay(List.of())).isEmpty();
    }
}
