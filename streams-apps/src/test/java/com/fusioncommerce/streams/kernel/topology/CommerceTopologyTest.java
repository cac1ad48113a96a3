package com.fusioncommerce.streams.kernel.topology;

import static com.fusioncommerce.streams.testing.CommerceDriver.CODEC;
import static com.fusioncommerce.streams.testing.Samples.TENANT;
import static com.fusioncommerce.streams.testing.Samples.createProduct;
import static com.fusioncommerce.streams.testing.Samples.line;
import static com.fusioncommerce.streams.testing.Samples.order;
import static com.fusioncommerce.streams.testing.Samples.poolIn;
import static com.fusioncommerce.streams.testing.Samples.setStock;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.CommandRefused;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderPoolReserved;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.schemas.orders.OrderReserved;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.streams.CommerceGroups;
import com.fusioncommerce.streams.CommerceTopology;
import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.testing.CommerceDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kafka's test driver runs every task as partition 0: a pool of that partition is local, any other is reached through
 * its topic.
 */
class CommerceTopologyTest {
    private static final String LOCAL = poolIn(0);
    private static final String REMOTE = poolIn(1);
    private static final String ORDER = Keys.pooledId(LOCAL, "o1");
    private static final String ORDER_KEY = Keys.of(TENANT, ORDER);

    private CommerceDriver commerce;

    @BeforeEach
    void start() {
        commerce = new CommerceDriver(OrderRules.defaults());
        commerce.send(Topics.commands("catalog"), Keys.of(TENANT, "MUG"), "c-mug", createProduct("MUG", 25_500L));
        stock(LOCAL, 10);
        stock(REMOTE, 10);
    }

    @AfterEach
    void stop() {
        commerce.close();
    }

    private void stock(String pool, long onHand) {
        commerce.send(
                Topics.commands("inventory"),
                Keys.pooled(TENANT, pool, "MUG"),
                "s-" + pool + onHand,
                setStock(pool, "MUG", onHand));
    }

    private List<CommandOutcome> place(String commandId, PlaceOrder order) {
        return commerce.send(Topics.commands("orders"), Keys.of(TENANT, order.getOrderId()), commandId, order);
    }

    private long reserved(String pool) {
        Stock stock = commerce.state(Stock.class, "stock", Keys.pooled(TENANT, pool, "MUG"));
        return stock.getReserved();
    }

    private OrderStatus status() {
        Order order = commerce.state(Order.class, "orders", ORDER_KEY);
        return order.getStatus();
    }

    private void score(double score) {
        commerce.event(
                Topics.events("fraud"),
                ORDER_KEY,
                "score-1",
                new OrderScored(
                        ORDER, score, "fraud", "1", "hash", List.of(), List.of(), "c1", "GB", 1L, false, 1L, "GBP"));
    }

    @Test
    void an_order_in_one_pool_is_created_reserved_and_answered_in_one_step() {
        List<CommandOutcome> outcomes = place("p1", order(ORDER, line("MUG", 4)));

        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0).getStatus()).isEqualTo(OutcomeStatus.ACCEPTED);
        assertThat(outcomes.get(0).getAnswer())
                .containsEntry("status", "reserved")
                .containsEntry("total", "1020");
        assertThat(commerce.records(Topics.commands("inventory").name())).isEmpty();
        assertThat(commerce.events(Topics.events("orders")))
                .hasExactlyElementsOfTypes(OrderCreated.class, OrderReserved.class);
        assertThat(reserved(LOCAL)).isEqualTo(4);
    }

    @Test
    void events_tell_where_they_come_from() {
        place("p1", order(ORDER, line("MUG", 4)));

        List<TestRecord<byte[], byte[]>> events =
                commerce.records(Topics.events("orders").name());
        Headers created = events.get(0).headers();
        assertThat(text(created, MessageHeaders.TYPE)).isEqualTo("order.created");
        assertThat(text(created, MessageHeaders.TENANT)).isEqualTo(TENANT);
        assertThat(text(created, MessageHeaders.SUBJECT)).isEqualTo(ORDER);
        assertThat(text(created, MessageHeaders.CAUSATION_ID)).isEqualTo("p1");
        assertThat(text(events.get(1).headers(), MessageHeaders.CORRELATION_ID)).isEqualTo("correlation-1");
        assertThat(text(events.get(1).headers(), MessageHeaders.ID)).startsWith("p1.");
    }

    @Test
    void pools_elsewhere_get_one_command_each_and_give_one_answer() {
        List<CommandOutcome> outcomes =
                place("p1", order(ORDER, line("MUG", 1), line("MUG", 2, REMOTE), line("MUG", 3, REMOTE)));

        assertThat(commerce.records(Topics.commands("inventory").name())).hasSize(1);
        assertThat(commerce.events(Topics.events("orders")))
                .hasExactlyElementsOfTypes(OrderCreated.class, OrderPoolReserved.class, OrderReserved.class);
        assertThat(outcomes).extracting("status").containsExactly(OutcomeStatus.ACCEPTED);
        assertThat(reserved(REMOTE)).isEqualTo(5);
        assertThat(commerce.size(Names.pending("fulfilment"))).isZero();
    }

    @Test
    void an_order_short_elsewhere_is_refused_and_gives_back_here() {
        List<CommandOutcome> outcomes = place("p1", order(ORDER, line("MUG", 1), line("MUG", 11, REMOTE)));

        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0).getReason()).isEqualTo("insufficient_stock");
        assertThat(outcomes.get(0).getProblems()).hasSize(1);
        assertThat(outcomes.get(0).getProblems().get(0).getLine()).isEqualTo(2);
        assertThat(reserved(LOCAL)).isZero();
        assertThat(reserved(REMOTE)).isZero();
    }

    @Test
    void a_repeated_command_gets_its_first_answer_and_changes_nothing() {
        CommandOutcome first = place("p1", order(ORDER, line("MUG", 4))).get(0);
        CommandOutcome second = place("p1", order(ORDER, line("MUG", 4))).get(0);

        assertThat(second).isEqualTo(first);
        assertThat(reserved(LOCAL)).isEqualTo(4);
    }

    @Test
    void a_command_id_used_again_for_another_request_is_refused() {
        place("p1", order(ORDER, line("MUG", 4)));
        List<CommandOutcome> again =
                commerce.send(Topics.commands("orders"), ORDER_KEY, "p1", order(ORDER, line("MUG", 5)), 2);

        assertThat(again.get(0).getReason()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void a_refused_command_gets_an_outcome_too() {
        List<CommandOutcome> outcomes = place("p1", order(ORDER, line("NOPE", 1)));

        assertThat(outcomes.get(0).getStatus()).isEqualTo(OutcomeStatus.REJECTED);
        assertThat(outcomes.get(0).getReason()).isEqualTo("unknown_sku");
        assertThat(commerce.events(Topics.events("orders"))).isEmpty();
    }

    @Test
    void a_low_score_confirms_and_a_repeated_score_changes_nothing() {
        place("p1", order(ORDER, line("MUG", 4)));
        score(0.1);
        score(0.1);

        assertThat(commerce.events(Topics.events("orders")))
                .hasExactlyElementsOfTypes(OrderCreated.class, OrderReserved.class, OrderConfirmed.class);
        commerce.advance(Duration.ofSeconds(5));
        assertThat(commerce.events(Topics.events("orders"))).isEmpty();
        assertThat(commerce.size(Names.deadlines("fulfilment"))).isZero();
    }

    @Test
    void a_high_score_rejects_and_gives_back() {
        place("p1", order(ORDER, line("MUG", 4)));
        score(0.97);

        assertThat(status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(reserved(LOCAL)).isZero();
        assertThat(commerce.events(Topics.events("orders"))).last().isInstanceOf(OrderRejected.class);
    }

    @Test
    void after_two_seconds_without_a_score_the_rule_decides() {
        place("p1", order(ORDER, line("MUG", 4)));
        commerce.advance(Duration.ofMillis(1_900));
        assertThat(status()).isEqualTo(OrderStatus.RESERVED);
        commerce.advance(Duration.ofMillis(200));
        assertThat(status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(commerce.size(Names.deadlines("fulfilment"))).isZero();
    }

    @Test
    void a_cancelled_order_gives_back_and_cannot_be_cancelled_again() {
        place("p1", order(ORDER, line("MUG", 4), line("MUG", 2, REMOTE)));
        List<CommandOutcome> cancelled =
                commerce.send(Topics.commands("orders"), ORDER_KEY, "x1", new CancelOrder(ORDER, "no", null));
        List<CommandOutcome> again =
                commerce.send(Topics.commands("orders"), ORDER_KEY, "x2", new CancelOrder(ORDER, "no", null));

        assertThat(cancelled.get(0).getStatus()).isEqualTo(OutcomeStatus.ACCEPTED);
        assertThat(again.get(0).getReason()).isEqualTo("order_not_cancellable");
        assertThat(reserved(LOCAL)).isZero();
        assertThat(reserved(REMOTE)).isZero();
    }

    @Test
    void orders_are_listed_by_customer_and_among_everybodys() {
        place("p1", order(ORDER, line("MUG", 4)));

        assertThat(commerce.size("orders-by-customer")).isEqualTo(2);
    }

    @Test
    void poison_goes_to_dead_letters_with_its_reason_while_the_rest_flows() {
        byte[] key = ORDER_KEY.getBytes(UTF_8);
        Headers headers = CommerceDriver.headers(ORDER_KEY, "bad");
        commerce.pipe(Topics.commands("orders"), key, new byte[] {1, 2, 3}, headers);
        commerce.pipe(Topics.commands("orders"), key, null, CommerceDriver.headers(ORDER_KEY, "null"));
        commerce.pipe(Topics.commands("orders"), null, new byte[] {0}, CommerceDriver.headers(ORDER_KEY, "nokey"));
        commerce.pipe(Topics.commands("orders"), key, encodedOrder(), new RecordHeaders());
        commerce.pipe(Topics.commands("orders"), key, encodedOrder(), CommerceDriver.headers("other/x", "stolen"));
        commerce.pipe(Topics.commands("orders"), "nokey".getBytes(UTF_8), encodedOrder(), headers);
        commerce.pipe(Topics.events("fraud"), key, new byte[] {9}, CommerceDriver.headers(ORDER_KEY, "bad2"));

        List<TestRecord<byte[], byte[]>> dead =
                commerce.records(Topics.commands("orders").deadLetters());
        assertThat(dead).hasSize(6);
        assertThat(dead.get(0).value()).isEqualTo(new byte[] {1, 2, 3});
        assertThat(text(dead.get(0).headers(), DeadLetters.REASON)).contains("wire format");
        assertThat(text(dead.get(0).headers(), DeadLetters.TOPIC)).isEqualTo("orders.commands");
        assertThat(text(dead.get(3).headers(), DeadLetters.REASON)).contains("ce_id");
        assertThat(text(dead.get(4).headers(), DeadLetters.REASON)).contains("tenant");
        assertThat(commerce.records(Topics.events("fraud").deadLetters())).hasSize(1);
        assertThat(place("p1", order(ORDER, line("MUG", 1))).get(0).getStatus()).isEqualTo(OutcomeStatus.ACCEPTED);
    }

    private static byte[] encodedOrder() {
        return CODEC.encode(Topics.commands("orders").name(), order(ORDER, line("MUG", 1)));
    }

    @Test
    void a_command_sent_to_the_wrong_domain_is_kept_in_dead_letters_and_its_sender_told() {
        Topic wrong = Topics.commands("orders");
        place("p1", order(ORDER, line("MUG", 1)));
        byte[] stray = CODEC.encode(Topics.commands("inventory").name(), new SetStock(LOCAL, "MUG", 5L));
        Headers headers = CommerceDriver.headers(ORDER_KEY, "stray");
        headers.add(MessageHeaders.REPLY_PARTITION, "0".getBytes(UTF_8));
        commerce.pipe(wrong, ORDER_KEY.getBytes(UTF_8), stray, headers);

        assertThat(commerce.records(wrong.deadLetters())).hasSize(1);
        assertThat(commerce.outcomes()).extracting("reason").containsExactly("internal_error");
    }

    @Test
    void outcomes_are_forgotten_after_their_time() {
        KernelConfig brief = new KernelConfig(
                "commerce",
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofMillis(50),
                Duration.ofSeconds(1),
                10,
                true);
        try (CommerceDriver driver = new CommerceDriver(OrderRules.defaults(), brief)) {
            driver.send(Topics.commands("catalog"), Keys.of(TENANT, "A"), "c-a", createProduct("A", 1L));
            driver.advance(Duration.ofSeconds(20));
            assertThat(driver.size(Names.outcomes("catalog"))).isEqualTo(1);
            driver.advance(Duration.ofSeconds(20));
            assertThat(driver.size(Names.outcomes("catalog"))).isZero();
        }
    }

    @Test
    void products_are_published_as_they_stand() {
        List<SpecificRecord> published = commerce.events(Topics.named("catalog.products"));

        assertThat(published).hasSize(1);
    }

    @Test
    void an_event_that_concerns_no_order_changes_nothing() {
        commerce.event(
                Topics.events("fraud"),
                ORDER_KEY,
                "score-x",
                new OrderScored(ORDER, 0.5, "fraud", "1", "h", List.of(), List.of(), "c1", "GB", 1L, true, 1L, "GBP"));
        assertThat(commerce.events(Topics.events("orders"))).isEmpty();
        score(0.99);

        assertThat(commerce.events(Topics.events("orders"))).singleElement().satisfies(event -> assertThat(
                        ((CommandRefused) event).getReason())
                .isEqualTo("unknown_order"));
        assertThat(commerce.state(Order.class, "orders", ORDER_KEY)).isNull();
    }

    @Test
    void the_topology_is_the_approved_one() throws IOException {
        String described = CommerceTopology.of(
                        CommerceGroups.of(OrderRules.defaults(), CommerceGroups.domains()),
                        CODEC,
                        KernelConfig.defaults("commerce"),
                        new StateChanges(),
                        new ActiveStores(),
                        TaskObserver.NONE)
                .describe()
                .toString();
        Path approved = Path.of("src/test/resources/approved/commerce-topology.txt");
        if (Boolean.getBoolean("approve")) {
            Files.writeString(approved, described, UTF_8);
        }
        assertThat(described)
                .as("the topology changed: read the diff, then run with -Dapprove=true")
                .isEqualTo(Files.readString(approved, UTF_8));
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }
}
