package com.fusioncommerce.streams.kernel.topology;

import static com.fusioncommerce.streams.testing.Samples.TENANT;
import static com.fusioncommerce.streams.testing.Samples.createProduct;
import static com.fusioncommerce.streams.testing.Samples.line;
import static com.fusioncommerce.streams.testing.Samples.order;
import static com.fusioncommerce.streams.testing.Samples.poolIn;
import static com.fusioncommerce.streams.testing.Samples.setStock;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.KeyedRequest;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import com.fusioncommerce.schemas.common.RepeatAnswer;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.testing.CommerceDriver;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests requests with an idempotency key: the first is carried out, whatever aggregate later ones name. */
class KeyedRequestsTest {
    /** A pool of the driver's only task, of partition 0, which receives its own messages to others too. */
    private static final String HERE = poolIn(0);

    private static final String ALSO_HERE = secondPoolHere();
    private static final String ELSEWHERE = poolIn(1);
    private static final String CLAIM = claimHere();

    private CommerceDriver commerce;

    @BeforeEach
    void start() {
        commerce = new CommerceDriver(OrderRules.defaults());
        commerce.send(Topics.commands("inventory"), stock(HERE), "s-1", setStock(HERE, "MUG", 10));
        commerce.send(Topics.commands("inventory"), stock(ALSO_HERE), "s-2", setStock(ALSO_HERE, "MUG", 10));
        commerce.outcomes();
        commerce.records(Topics.events("inventory").name());
    }

    @AfterEach
    void stop() {
        commerce.close();
    }

    @Test
    void a_request_for_what_lies_here_is_carried_out_at_once() {
        CommandOutcome outcome = only(adjust("r-1", HERE, 5, 'a'));

        assertThat(outcome.getStatus()).isEqualTo(OutcomeStatus.ACCEPTED);
        assertThat(outcome.getCommandId()).isEqualTo("r-1");
        assertThat(outcome.getClaim()).isEqualTo(CLAIM);
        assertThat(outcome.getKey()).isEqualTo(stock(HERE));
        assertThat(shown(outcome).getOnHand()).isEqualTo(15);
    }

    @Test
    void the_same_request_gets_what_was_answered_then_and_not_what_is_true_now() {
        CommandOutcome first = only(adjust("r-1", HERE, 1, 'a'));
        commerce.send(Topics.commands("inventory"), stock(HERE), "later", adjustment(HERE, 5));

        CommandOutcome again = only(adjust("r-2", HERE, 1, 'a'));

        assertThat(again).isEqualTo(first);
        assertThat(shown(again).getOnHand()).isEqualTo(11);
        assertThat(onHand(HERE)).isEqualTo(16);
    }

    @Test
    void the_same_key_for_another_target_or_with_another_body_is_refused_and_nothing_runs() {
        adjust("r-1", HERE, 1, 'a');

        CommandOutcome otherTarget = only(adjust("r-2", ALSO_HERE, 1, 'b'));
        CommandOutcome otherBody = only(adjust("r-3", HERE, 2, 'c'));
        CommandOutcome elsewhere = only(adjust("r-4", ELSEWHERE, 1, 'd'));

        assertThat(List.of(otherTarget, otherBody, elsewhere))
                .extracting(CommandOutcome::getReason)
                .containsOnly("idempotency_key_reused");
        assertThat(otherBody.getRequestHash()).isEqualTo(hash('c'));
        assertThat(onHand(HERE)).isEqualTo(11);
        assertThat(onHand(ALSO_HERE)).isEqualTo(10);
        assertThat(commands(Topics.commands("inventory"))).isEmpty();
    }

    @Test
    void a_refusal_is_repeated_even_where_it_would_be_accepted_now() {
        CommandOutcome first = only(adjust("r-1", HERE, -11, 'a'));
        commerce.send(Topics.commands("inventory"), stock(HERE), "more", adjustment(HERE, 5));

        CommandOutcome again = only(adjust("r-2", HERE, -11, 'a'));

        assertThat(first.getReason()).isEqualTo("negative_stock");
        assertThat(again).isEqualTo(first);
    }

    @Test
    void the_same_request_whose_target_would_be_another_by_now_is_answered_where_the_first_one_was() {
        commerce.event(Topics.named("catalog.products"), Keys.of(TENANT, "MUG"), "p", product());
        String first = Keys.pooledId(HERE, "first");
        String second = Keys.pooledId(ALSO_HERE, "second");
        CommandOutcome placed = only(place("r-1", first));

        CommandOutcome again = only(place("r-2", second));

        assertThat(again).isEqualTo(placed);
        assertThat(again.getAnswer()).containsEntry("orderId", first);
        assertThat(commerce.events(Topics.events("orders")))
                .filteredOn(OrderCreated.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_request_for_what_lies_elsewhere_goes_there_once_and_its_repetition_asks_there_for_the_answer() {
        CommandOutcome first = only(adjust("r-1", ELSEWHERE, 1, 'a'));
        CommandOutcome again = only(adjust("r-2", ELSEWHERE, 1, 'a'));

        assertThat(again).isEqualTo(first);
        assertThat(onHand(ELSEWHERE)).isEqualTo(1);
        List<TestRecord<byte[], byte[]>> sent = commands(Topics.commands("inventory"));
        assertThat(sent).hasSize(2);
        assertThat(sent).allSatisfy(record -> {
            assertThat(new String(record.key(), UTF_8)).isEqualTo(stock(ELSEWHERE));
            assertThat(header(record, MessageHeaders.REPLY_PARTITION)).isEqualTo("3");
            assertThat(header(record, MessageHeaders.CLAIM)).isEqualTo(CLAIM);
        });
        assertThat(decoded(sent.get(0))).isEqualTo(adjustment(ELSEWHERE, 1));
        assertThat(header(sent.get(0), MessageHeaders.ID)).isEqualTo("r-1");
        assertThat(decoded(sent.get(1))).isEqualTo(new RepeatAnswer("r-1"));
        assertThat(header(sent.get(1), MessageHeaders.ID)).isEqualTo("r-2");
    }

    @Test
    void what_was_sent_on_is_carried_out_where_it_arrives_and_answered_again_when_asked() {
        TestRecord<byte[], byte[]> command = sentOnFromElsewhere("r-1", adjustment(HERE, 1));
        pipe(command);
        CommandOutcome first = only(commerce.outcomes());
        commerce.send(Topics.commands("inventory"), stock(HERE), "later", adjustment(HERE, 5));
        pipe(sentOnFromElsewhere("r-2", new RepeatAnswer("r-1")));
        CommandOutcome again = only(commerce.outcomes());

        assertThat(first.getCommandId()).isEqualTo("r-1");
        assertThat(again).isEqualTo(first);
        assertThat(shown(again).getOnHand()).isEqualTo(11);
    }

    @Test
    void the_answer_to_what_failed_can_be_asked_for_but_not_made_to_run() {
        pipe(sentOnFromElsewhere("r-2", new RepeatAnswer("r-1")));

        assertThat(only(commerce.outcomes()).getReason()).isEqualTo("internal_error");
    }

    @Test
    void a_request_that_fails_here_claims_nothing() {
        SpecificRecord unfit = setStock(HERE, "MUG", 1);
        assertThat(only(request(Topics.commands("catalog"), "r-1", Keys.of(TENANT, skuHere()), unfit, 'a'))
                        .getReason())
                .isEqualTo("internal_error");
        List<CommandOutcome> again = request(
                Topics.commands("catalog"), "r-2", Keys.of(TENANT, skuHere()), createProduct(skuHere(), 1), 'b');

        assertThat(again).extracting(CommandOutcome::getStatus).containsExactly(OutcomeStatus.ACCEPTED);
    }

    @Test
    void operations_do_not_share_keys_since_their_claims_differ_and_neither_do_tenants() {
        adjust("r-1", HERE, 1, 'a');

        assertThat(commerce.state(
                                com.fusioncommerce.schemas.common.Claim.class,
                                "fulfilment.claims",
                                Keys.of(TENANT, CLAIM))
                        .getTarget())
                .isEqualTo(stock(HERE));
        assertThat(commerce.size("fulfilment.claims")).isEqualTo(1);
        assertThat(commerce.size("catalog.claims")).isZero();
    }

    @Test
    void a_request_for_another_tenant_than_its_claims_is_kept_in_dead_letters() {
        request(Topics.commands("inventory"), "r-1", "other/" + HERE + "~MUG", adjustment(HERE, 1), 'a');

        assertThat(onHand(HERE)).isEqualTo(10);
        assertThat(commerce.records(Topics.commands("inventory").deadLetters())).hasSize(1);
    }

    @Test
    void after_a_day_a_key_is_new() {
        CommandOutcome first = only(adjust("r-1", HERE, 1, 'a'));
        commerce.advance(Duration.ofHours(23));
        assertThat(only(adjust("r-2", HERE, 1, 'a'))).isEqualTo(first);

        commerce.advance(Duration.ofHours(1).plusSeconds(1));
        CommandOutcome fresh = only(adjust("r-3", HERE, 2, 'b'));

        assertThat(fresh.getCommandId()).isEqualTo("r-3");
        assertThat(onHand(HERE)).isEqualTo(13);
    }

    @Test
    void claims_and_their_answers_are_kept_for_a_day_and_forgotten_after_it() {
        adjust("r-1", HERE, 1, 'a');
        IntStream.range(0, 24).forEach(hour -> commerce.advance(Duration.ofHours(1)));
        assertThat(commerce.size("fulfilment.claims")).isPositive();
        assertThat(commerce.size("fulfilment.outcomes")).isPositive();

        IntStream.range(0, 4).forEach(hour -> commerce.advance(Duration.ofHours(1)));
        assertThat(commerce.size("fulfilment.claims")).isZero();
        assertThat(commerce.size("fulfilment.outcomes")).isZero();
    }

    @Test
    void the_state_is_kept_only_where_the_request_can_be_repeated() {
        CommandOutcome told =
                only(commerce.send(Topics.commands("inventory"), stock(HERE), "plain", adjustment(HERE, 1)));
        CommandOutcome kept = commerce.state(CommandOutcome.class, "fulfilment.outcomes", Keys.of(TENANT, "plain"));

        assertThat(shown(told).getOnHand()).isEqualTo(11);
        assertThat(kept.getState()).isNull();
    }

    @Test
    void a_price_is_answered_as_it_was_changed_to() {
        String sku = skuHere();
        commerce.send(Topics.commands("catalog"), Keys.of(TENANT, sku), "p", createProduct(sku, 100));
        ChangePrice change = new ChangePrice(sku, 200L, "GBP");
        CommandOutcome first = only(request(Topics.commands("catalog"), "r-1", Keys.of(TENANT, sku), change, 'a'));
        commerce.send(Topics.commands("catalog"), Keys.of(TENANT, sku), "q", new ChangePrice(sku, 300L, "GBP"));

        CommandOutcome again = only(request(Topics.commands("catalog"), "r-2", Keys.of(TENANT, sku), change, 'a'));

        assertThat(again).isEqualTo(first);
        assertThat(CommerceDriver.CODEC
                        .decode(Envelope.bytes(again.getState()), Product.class)
                        .getUnitPrice())
                .isEqualTo(200);
    }

    @Test
    void numbers_that_javascript_cannot_hold_are_in_no_outcome() {
        assertThat(only(adjust("r-1", HERE, 1, 'a')).getFingerprint()).isZero();
    }

    private List<CommandOutcome> adjust(String id, String pool, long delta, char hash) {
        return request(Topics.commands("inventory"), id, stock(pool), adjustment(pool, delta), hash);
    }

    private List<CommandOutcome> place(String id, String orderId) {
        return request(Topics.commands("orders"), id, Keys.of(TENANT, orderId), order(orderId, line("MUG", 1)), 'o');
    }

    private List<CommandOutcome> request(Topic topic, String id, String target, SpecificRecord command, char hash) {
        KeyedRequest request = new KeyedRequest(target, hash(hash), ByteBuffer.wrap(encoded(topic, command)));
        commerce.outcomes();
        Headers headers = CommerceDriver.headers(Keys.of(TENANT, CLAIM), id);
        headers.add(MessageHeaders.REPLY_PARTITION, "3".getBytes(UTF_8));
        commerce.pipe(
                topic,
                Keys.of(TENANT, CLAIM).getBytes(UTF_8),
                CommerceDriver.CODEC.encode(topic.name(), request),
                headers);
        return commerce.outcomes();
    }

    private static byte[] encoded(Topic topic, SpecificRecord command) {
        Topic declaring = topic.values().contains(command.getClass()) ? topic : Topics.commands("inventory");
        return CommerceDriver.CODEC.encode(declaring.name(), command);
    }

    /** A record as the task of another partition forwards it. */
    private TestRecord<byte[], byte[]> sentOnFromElsewhere(String id, SpecificRecord message) {
        Headers headers = CommerceDriver.headers(stock(HERE), id);
        headers.add(MessageHeaders.REPLY_PARTITION, "3".getBytes(UTF_8));
        headers.add(MessageHeaders.CLAIM, CLAIM.getBytes(UTF_8));
        headers.add(MessageHeaders.REQUEST_HASH, "61".repeat(16).getBytes(UTF_8));
        return new TestRecord<>(
                stock(HERE).getBytes(UTF_8),
                CommerceDriver.CODEC.encode(Topics.commands("inventory").name(), message),
                headers);
    }

    private void pipe(TestRecord<byte[], byte[]> record) {
        commerce.pipe(Topics.commands("inventory"), record.key(), record.value(), record.headers());
    }

    private List<TestRecord<byte[], byte[]>> commands(Topic topic) {
        return commerce.records(topic.name());
    }

    private static SpecificRecord decoded(TestRecord<byte[], byte[]> record) {
        return CommerceDriver.CODEC.decode(record.value());
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return MessageHeaders.text(record.headers(), name, null);
    }

    private long onHand(String pool) {
        return commerce.state(Stock.class, "stock", stock(pool)).getOnHand();
    }

    private static Stock shown(CommandOutcome outcome) {
        return CommerceDriver.CODEC.decode(Envelope.bytes(outcome.getState()), Stock.class);
    }

    private static CommandOutcome only(List<CommandOutcome> outcomes) {
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    private static AdjustStock adjustment(String pool, long delta) {
        return new AdjustStock(pool, "MUG", delta, "");
    }

    private static Product product() {
        return com.fusioncommerce.streams.testing.Samples.product("MUG", 25_500, "GBP");
    }

    private static ByteBuffer hash(char letter) {
        return ByteBuffer.wrap(String.valueOf(letter).repeat(16).getBytes(UTF_8));
    }

    private static String stock(String pool) {
        return Keys.pooled(TENANT, pool, "MUG");
    }

    private static String secondPoolHere() {
        return IntStream.range(0, 1_000)
                .mapToObj(n -> "second-" + n)
                .filter(pool -> Topics.commands("inventory").partitionOf(stock(pool)) == 0)
                .findFirst()
                .orElseThrow();
    }

    private static String skuHere() {
        return IntStream.range(0, 1_000)
                .mapToObj(n -> "SKU-" + n)
                .filter(sku -> Topics.commands("catalog").partitionOf(Keys.of(TENANT, sku)) == 0)
                .findFirst()
                .orElseThrow();
    }

    private static String claimHere() {
        return IntStream.range(0, 1_000)
                .mapToObj(n -> "c" + n)
                .filter(claim -> Topics.commands("inventory").partitionOf(Keys.of(TENANT, claim)) == 0)
                .findFirst()
                .orElseThrow();
    }
}
