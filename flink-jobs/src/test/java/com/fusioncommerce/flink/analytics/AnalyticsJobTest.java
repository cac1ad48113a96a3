package com.fusioncommerce.flink.analytics;

import static com.fusioncommerce.flink.testing.TestEvents.CODECS;
import static com.fusioncommerce.flink.testing.TestEvents.created;
import static com.fusioncommerce.flink.testing.TestEvents.ofOrder;
import static com.fusioncommerce.flink.testing.TestEvents.ofScore;
import static com.fusioncommerce.flink.testing.TestEvents.poison;
import static com.fusioncommerce.flink.testing.TestEvents.scored;
import static com.fusioncommerce.flink.testing.TestEvents.summary;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fusioncommerce.flink.FlinkConfigurations;
import com.fusioncommerce.flink.stream.DeadLetter;
import com.fusioncommerce.flink.stream.RawRecord;
import com.fusioncommerce.flink.testing.CollectingSink;
import com.fusioncommerce.flink.testing.JobRunner;
import com.fusioncommerce.flink.testing.ListSource;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.analytics.OrderLineFact;
import com.fusioncommerce.schemas.analytics.OrderScoreFact;
import com.fusioncommerce.schemas.orders.DecidedBy;
import com.fusioncommerce.schemas.orders.FraudDecision;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderExpired;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderPoolReserved;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.schemas.orders.OrderReserved;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyticsJobTest {
    private static final long PLACED = 1_000_000;
    private static final String ID = "main~1";
    private static final List<RawRecord> STEP_IN_BETWEEN =
            List.of(ofOrder(ID, new OrderPoolReserved(ID, "other", 10L)));
    private static final List<RawRecord> ANY_SCORE = List.of(ofScore(scored("main~0", 0.5, false)));

    private final CollectingSink<OrderFact> orders = new CollectingSink<>();
    private final CollectingSink<OrderLineFact> lines = new CollectingSink<>();
    private final CollectingSink<OrderScoreFact> scores = new CollectingSink<>();
    private final CollectingSink<DeadLetter> deadLetters = new CollectingSink<>();

    @Test
    void a_created_order_becomes_a_row_and_a_row_a_line_at_the_time_it_was_placed() throws Exception {
        run(List.of(ofOrder(ID, created(ID, false))), ANY_SCORE);

        assertThat(orders.collected())
                .containsExactly(new OrderFact(
                        "acme",
                        "order.created",
                        PLACED,
                        ID,
                        "ann",
                        "GB",
                        "EUR",
                        "web",
                        "",
                        false,
                        2L,
                        5L,
                        1_234L,
                        5_000_000L,
                        4_980_000L,
                        1L,
                        5L,
                        1_234L));
        assertThat(lines.collected())
                .containsExactly(
                        line("order.created", "mug", 3L, 900L, 1L, 1L, 3L, 900L),
                        line("order.created", "pen", 2L, 334L, 1L, 1L, 2L, 334L));
    }

    @Test
    void an_order_with_a_product_on_several_lines_counts_once_for_that_product() throws Exception {
        OrderLine first = new OrderLine(1, "mug", 1L, 30_000L, 300L, "main");
        OrderLine again = new OrderLine(2, "mug", 2L, 30_000L, 600L, "other");
        OrderCreated order = new OrderCreated(ID, summary(false), List.of(first, again), List.of("main", "other"), 1L);
        run(List.of(ofOrder(ID, order)), ANY_SCORE);

        assertThat(lines.collected())
                .extracting(OrderLineFact::getSku, OrderLineFact::getUnits, OrderLineFact::getOrders)
                .containsExactly(tuple("mug", 1L, 1L), tuple("mug", 2L, 0L));
    }

    static List<SpecificRecord> ends() {
        FraudDecision no = new FraudDecision(DecidedBy.MODEL, false, 0.99, "fraud", "1");
        return List.of(
                new OrderRefused(ID, summary(false), "short", List.of(), List.of(), 12L),
                new OrderRejected(ID, summary(false), no, List.of(), 14L),
                new OrderCancelled(ID, summary(false), "", List.of(), 777L, 15L),
                new OrderExpired(ID, summary(false), List.of(), 16L));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void what_an_order_added_when_it_was_placed_its_end_takes_away_again(SpecificRecord end) throws Exception {
        run(List.of(ofOrder(ID, created(ID, false)), ofOrder(ID, end)), ANY_SCORE);

        assertThat(orders.collected())
                .extracting(
                        OrderFact::getTime, OrderFact::getNetOrders, OrderFact::getNetUnits, OrderFact::getNetRevenue)
                .containsExactly(tuple(PLACED, 1L, 5L, 1_234L), tuple(PLACED, -1L, -5L, -1_234L));
        String event = Messages.nameOf(end.getClass());
        assertThat(lines.collected())
                .containsExactly(
                        line("order.created", "mug", 3L, 900L, 1L, 1L, 3L, 900L),
                        line("order.created", "pen", 2L, 334L, 1L, 1L, 2L, 334L),
                        line(event, "mug", 3L, 900L, 1L, -1L, -3L, -900L),
                        line(event, "pen", 2L, 334L, 1L, -1L, -2L, -334L));
    }

    @Test
    void the_end_of_one_order_takes_nothing_off_another() throws Exception {
        String other = "main~2";
        run(
                List.of(
                        ofOrder(ID, created(ID, false)),
                        ofOrder(other, created(other, false)),
                        ofOrder(ID, new OrderExpired(ID, summary(false), List.of(), 16L))),
                ANY_SCORE);

        assertThat(lines.collected())
                .filteredOn(row -> row.getNetOrders() < 0)
                .extracting(OrderLineFact::getOrderId)
                .containsExactly(ID, ID);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void every_event_of_an_order_has_a_row_at_the_time_the_order_was_placed(boolean imported) throws Exception {
        run(everythingThatCanHappen(imported), ANY_SCORE);

        assertThat(orders.collected())
                .extracting(
                        OrderFact::getEvent,
                        OrderFact::getTime,
                        OrderFact::getAt,
                        OrderFact::getNetOrders,
                        OrderFact::getDecidedBy)
                .containsExactly(
                        tuple("order.created", PLACED, 5_000_000L, 1L, ""),
                        tuple("order.reserved", PLACED, 11L, 0L, ""),
                        tuple("order.refused", PLACED, 12L, -1L, ""),
                        tuple("order.confirmed", PLACED, 13L, 0L, "MODEL"),
                        tuple("order.rejected", PLACED, 14L, -1L, "DEADLINE_RULE"),
                        tuple("order.cancelled", PLACED, 15L, -1L, ""),
                        tuple("order.expired", PLACED, 16L, -1L, ""));
        assertThat(orders.collected()).allSatisfy(row -> {
            assertThat(row.getRevenue()).isEqualTo(1_234);
            assertThat(row.getImported()).isEqualTo(imported);
        });
    }

    @Test
    void the_events_that_say_what_the_order_is_have_rows_and_no_others() throws Exception {
        run(everythingThatCanHappen(false), ANY_SCORE);

        assertThat(orders.collected())
                .extracting(OrderFact::getEvent)
                .containsExactlyInAnyOrderElementsOf(Topics.events("orders").values().stream()
                        .filter(event -> SpecificData.get().getSchema(event).getField("summary") != null)
                        .map(Messages::nameOf)
                        .toList());
    }

    @Test
    void scores_fall_into_tenths() throws Exception {
        run(
                STEP_IN_BETWEEN,
                List.of(
                        ofScore(scored("main~1", 0.0, false)),
                        ofScore(scored("main~2", 0.95, false)),
                        ofScore(scored("main~3", 1.0, true))));

        assertThat(scores.collected())
                .extracting(OrderScoreFact::getOrderId, OrderScoreFact::getBucket, OrderScoreFact::getTime)
                .containsExactly(tuple("main~1", 0, PLACED), tuple("main~2", 9, PLACED), tuple("main~3", 9, PLACED));
        assertThat(scores.collected()).extracting(OrderScoreFact::getCurrency).containsOnly("EUR");
    }

    @Test
    void a_score_that_is_said_twice_is_counted_once() throws Exception {
        RawRecord score = ofScore(scored("main~1", 0.4, false));
        run(STEP_IN_BETWEEN, List.of(score, ofScore(scored("main~2", 0.4, false)), score));

        assertThat(scores.collected()).extracting(OrderScoreFact::getOrderId).containsExactly("main~1", "main~2");
    }

    @Test
    void what_does_not_belong_is_put_aside_while_the_rest_flows() throws Exception {
        byte[] garbage = "garbage".getBytes(UTF_8);
        RawRecord score = ofScore(scored("main~1", 0.4, false));
        run(
                List.of(
                        poison(Topics.events("orders"), "acme/main~1", garbage),
                        poison(Topics.events("orders"), "acme/main~1", score.value()),
                        ofOrder(ID, created(ID, false))),
                List.of(
                        poison(
                                Topics.events("fraud"),
                                "acme/main~1",
                                ofOrder(ID, created(ID, false)).value()),
                        score));

        assertThat(orders.collected()).hasSize(1);
        assertThat(scores.collected()).hasSize(1);
        assertThat(deadLetters.collected())
                .extracting(letter -> letter.record().topic())
                .containsExactlyInAnyOrder("orders.events", "orders.events", "fraud.events");
        assertThat(deadLetters.collected())
                .extracting(DeadLetter::reason)
                .anyMatch(reason -> reason.contains("OrderScored does not belong in orders.events"))
                .anyMatch(reason -> reason.contains("OrderCreated does not belong in fraud.events"));
    }

    @Test
    void steps_in_between_have_no_rows_and_are_no_dead_letters() throws Exception {
        run(STEP_IN_BETWEEN, ANY_SCORE);

        assertThat(orders.collected()).isEmpty();
        assertThat(deadLetters.collected()).isEmpty();
    }

    private static OrderLineFact line(
            String event,
            String sku,
            long units,
            long revenue,
            long orders,
            long netOrders,
            long netUnits,
            long netRevenue) {
        return new OrderLineFact(
                "acme",
                PLACED,
                ID,
                sku,
                "GB",
                "EUR",
                "web",
                false,
                units,
                revenue,
                orders,
                event,
                event.equals("order.created") ? 4_980_000L : 0L,
                netOrders,
                netUnits,
                netRevenue);
    }

    private static List<RawRecord> everythingThatCanHappen(boolean imported) {
        FraudDecision model = new FraudDecision(DecidedBy.MODEL, true, 0.1, "fraud", "1");
        FraudDecision deadline = new FraudDecision(DecidedBy.DEADLINE_RULE, false, null, null, null);
        return List.of(
                ofOrder(ID, created(ID, imported)),
                ofOrder(ID, new OrderReserved(ID, "main", summary(imported), 11L)),
                ofOrder(ID, new OrderRefused(ID, summary(imported), "short", List.of(), List.of(), 12L)),
                ofOrder(ID, new OrderConfirmed(ID, summary(imported), model, 13L)),
                ofOrder(ID, new OrderRejected(ID, summary(imported), deadline, List.of(), 14L)),
                ofOrder(ID, new OrderCancelled(ID, summary(imported), "", List.of(), 777L, 15L)),
                ofOrder(ID, new OrderExpired(ID, summary(imported), List.of(), 16L)));
    }

    private void run(List<RawRecord> orderEvents, List<RawRecord> scoreEvents) throws Exception {
        AnalyticsSinks sinks = new AnalyticsSinks(orders, lines, scores, deadLetters);
        JobRunner.run(
                FlinkConfigurations.job(),
                env -> AnalyticsJob.define(env, ListSource.of(orderEvents), ListSource.of(scoreEvents), sinks, CODECS));
    }
}
