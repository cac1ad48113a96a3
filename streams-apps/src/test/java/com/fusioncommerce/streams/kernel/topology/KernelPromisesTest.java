package com.fusioncommerce.streams.kernel.topology;

import static com.fusioncommerce.streams.testing.Samples.TENANT;
import static com.fusioncommerce.streams.testing.Samples.poolIn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.MessageType;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.ProductPriceChanged;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.CommandRefused;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.StockSet;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.Policy;
import com.fusioncommerce.streams.kernel.Refusal;
import com.fusioncommerce.streams.kernel.States;
import com.fusioncommerce.streams.testing.CommerceDriver;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guarantees of the kernel whatever a domain does, tested with domains that break the rules for domains. */
class KernelPromisesTest {
    private static final Aggregate<Stock> STOCK = Aggregate.of("stock", Stock.class);
    private static final String POOL = poolIn(0);
    private static final String ID = Keys.pooledId(POOL, "MUG");
    private static final String KEY = Keys.of(TENANT, ID);
    private static final String COMMANDS = Topics.commands("inventory").name();
    private static final String DEADLINES = Names.deadlines("test");
    private static final long START = 1_700_000_000_000L;

    private CommerceDriver driver;

    /** Domain that accepts everything; each test overrides the part under test. */
    private static class Careless {
        Decision decide(SpecificRecord command, Context context) {
            return Decision.accept(set(((SetStock) command).getOnHand()));
        }

        void evolve(SpecificRecord event, States states) {
            states.put(STOCK, ID, stock("MUG", ((StockSet) event).getOnHand()));
        }

        Optional<Decision> settled(Context context) {
            return Optional.empty();
        }
    }

    private static StockSet set(long onHand) {
        return new StockSet(POOL, "MUG", onHand, 0L, 1L);
    }

    private static Stock stock(String sku, long onHand) {
        return new Stock(sku, POOL, onHand, 0L, 1L, 1L);
    }

    private static Policy.Send send(long units) {
        return new Policy.Send(ID, new AdjustStock(POOL, "MUG", units, ""));
    }

    private void run(Careless decider) {
        run(decider, KernelConfig.defaults("commerce"));
    }

    private void run(Careless decider, KernelConfig config) {
        Domain.Draft domain = Domain.named("inventory")
                .keeps(STOCK)
                .settles(decider::settled)
                .reacts(
                        Policy.named("score")
                                .on(OrderScored.class, event -> List.of(send(1L)))
                                .fromBeginning(),
                        Policy.named("refused")
                                .onRefusal(
                                        "inventory",
                                        event -> List.of(new Policy.Send(ID, new SetStock(POOL, "MUG", 77L))))
                                .fromBeginning(),
                        Policy.named("mail")
                                .on(ProductPriceChanged.class, event -> List.of(send(1L)))
                                .fromNow());
        for (MessageType message : Messages.all()) {
            if (message.domain().equals("inventory") && message.kind() == MessageType.Kind.COMMAND) {
                domain.handles(message.type(), decider::decide);
            } else if (message.domain().equals("inventory") && message.kind() == MessageType.Kind.EVENT) {
                domain.folds(message.type(), decider::evolve);
            }
        }
        driver = new CommerceDriver(new Group("test", List.of(domain.done())), config);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private List<CommandOutcome> send(String id, long onHand) {
        return driver.send(Topics.commands("inventory"), KEY, id, new SetStock(POOL, "MUG", onHand));
    }

    private void send(Headers headers, SpecificRecord command) {
        driver.pipe(
                Topics.commands("inventory"),
                KEY.getBytes(UTF_8),
                CommerceDriver.CODEC.encode(COMMANDS, command),
                headers);
    }

    private Stock stored() {
        return driver.state(Stock.class, "stock", KEY);
    }

    private void assertNothingWasWritten(List<CommandOutcome> outcomes) {
        assertThat(outcomes).extracting("reason").containsExactly("internal_error");
        assertThat(driver.records(Topics.commands("inventory").deadLetters())).hasSize(1);
        assertThat(driver.events(Topics.events("inventory"))).isEmpty();
        assertThat(driver.size("stock")).isZero();
        assertThat(driver.size(DEADLINES)).isZero();
        assertThat(driver.size(Names.outcomes("test"))).isZero();
    }

    @Test
    void a_state_that_does_not_fit_its_schema_leaves_nothing_of_its_change_behind() {
        run(new Careless() {
            @Override
            void evolve(SpecificRecord event, States states) {
                states.put(STOCK, ID, stock("MUG", 1));
                states.put(STOCK, ID + "-b", stock(null, 1));
            }
        });

        assertNothingWasWritten(send("c1", 1));
    }

    @Test
    void a_deadline_that_does_not_fit_its_schema_leaves_nothing_of_its_change_behind() {
        run(new Careless() {
            @Override
            Decision decide(SpecificRecord command, Context context) {
                return Decision.accept(set(1)).withDeadline(START, new SetStock(null, "MUG", 1L));
            }
        });

        assertNothingWasWritten(send("c1", 1));
    }

    @Test
    void a_deadline_at_no_time_leaves_nothing_of_its_change_behind() {
        run(new Careless() {
            @Override
            Decision decide(SpecificRecord command, Context context) {
                return Decision.accept(set(1)).withDeadline(Long.MAX_VALUE, command);
            }
        });

        assertNothingWasWritten(send("c1", 1));
    }

    @Test
    void an_answer_that_does_not_fit_its_schema_leaves_nothing_of_its_change_behind() {
        run(new Careless() {
            @Override
            Decision decide(SpecificRecord command, Context context) {
                return Decision.accept(List.of(set(1)), Collections.singletonMap("answer", null));
            }
        });

        assertNothingWasWritten(send("c1", 1));
    }

    @Test
    void a_state_of_an_aggregate_that_nobody_declared_leaves_nothing_of_its_change_behind() {
        run(new Careless() {
            @Override
            void evolve(SpecificRecord event, States states) {
                states.put(STOCK, ID, stock("MUG", 1));
                states.put(Aggregate.of("undeclared", Stock.class), ID, stock("MUG", 1));
            }
        });

        assertNothingWasWritten(send("c1", 1));
    }

    @Test
    void a_stored_state_that_cannot_be_read_is_told_to_who_asked() {
        run(new Careless() {
            @Override
            Decision decide(SpecificRecord command, Context context) {
                context.state(STOCK, ID);
                return super.decide(command, context);
            }
        });
        send("c1", 1);
        driver.corrupt("stock", new byte[] {1, 2, 3});

        assertThat(send("c2", 2)).extracting("reason").containsExactly("internal_error");
        assertThat(driver.records(Topics.commands("inventory").deadLetters())).hasSize(1);
    }

    /** Domain that sets a deadline for each adjustment, and throws at stock below zero. */
    private static final class Postponing extends Careless {
        @Override
        Decision decide(SpecificRecord command, Context context) {
            if (command instanceof AdjustStock later) {
                return Decision.accept().withDeadline(START, new SetStock(POOL, "MUG", later.getDelta()));
            }
            if (((SetStock) command).getOnHand() < 0) {
                throw new IllegalStateException("below zero");
            }
            return super.decide(command, context);
        }
    }

    private void postpone(int number, long onHand) {
        String id = ID + number;
        driver.send(
                Topics.commands("inventory"),
                Keys.of(TENANT, id),
                "d" + number,
                new AdjustStock(POOL, "MUG", onHand, ""));
    }

    @Test
    void a_deadline_that_fails_goes_to_dead_letters_as_a_command_and_stops_no_other() {
        run(new Postponing());
        postpone(1, -1);
        postpone(2, 7);
        driver.advance(Duration.ofMillis(100));

        assertThat(stored().getOnHand()).isEqualTo(7);
        assertThat(driver.size(DEADLINES)).isZero();
        List<TestRecord<byte[], byte[]>> dead =
                driver.records(Topics.commands("inventory").deadLetters());
        assertThat(dead).hasSize(1);
        assertThat(text(dead.get(0).headers(), DeadLetters.TOPIC)).isEqualTo(COMMANDS);
        assertThat(text(dead.get(0).headers(), DeadLetters.REASON)).contains("below zero");
        assertThat(text(dead.get(0).headers(), MessageHeaders.ID)).startsWith("deadline|");
        assertThat(text(dead.get(0).headers(), MessageHeaders.TENANT)).isEqualTo(TENANT);
        assertThat(new String(dead.get(0).key(), UTF_8)).isEqualTo(KEY + 1);
        assertThat(CommerceDriver.CODEC.decode(dead.get(0).value())).isEqualTo(new SetStock(POOL, "MUG", -1L));
    }

    @Test
    void a_deadline_that_cannot_be_read_goes_to_dead_letters_and_stops_no_other() {
        run(new Postponing());
        postpone(1, 5);
        driver.corrupt(DEADLINES, new byte[] {1, 2, 3});
        postpone(2, 7);
        driver.advance(Duration.ofMillis(100));

        assertThat(stored().getOnHand()).isEqualTo(7);
        assertThat(driver.size(DEADLINES)).isZero();
        assertThat(driver.records(Topics.commands("inventory").deadLetters()))
                .singleElement()
                .satisfies(dead -> assertThat(dead.value()).isEqualTo(new byte[] {1, 2, 3}));
    }

    @Test
    void deadlines_that_are_due_at_once_pass_in_batches_and_none_is_lost() {
        run(new Postponing());
        int all = 2 * DeadlineWatch.AT_ONCE + 10;
        for (int n = 0; n < all; n++) {
            postpone(n, n);
        }
        assertThat(driver.size(DEADLINES)).isEqualTo(all);

        driver.advance(Duration.ofMillis(50));
        assertThat(driver.events(Topics.events("inventory"))).hasSize(DeadlineWatch.AT_ONCE);
        driver.advance(Duration.ofMillis(50));
        driver.advance(Duration.ofMillis(50));
        assertThat(driver.events(Topics.events("inventory"))).hasSize(DeadlineWatch.AT_ONCE + 10);
        assertThat(driver.size(DEADLINES)).isZero();
    }

    @Test
    void a_state_of_another_partition_can_be_neither_read_nor_written() {
        String elsewhere = Keys.pooledId(poolIn(1), "MUG");
        run(new Careless() {
            @Override
            Decision decide(SpecificRecord command, Context context) {
                if (((SetStock) command).getOnHand() == 1) {
                    context.state(STOCK, elsewhere);
                }
                return super.decide(command, context);
            }

            @Override
            void evolve(SpecificRecord event, States states) {
                states.put(STOCK, ((StockSet) event).getOnHand() == 2 ? elsewhere : ID, stock("MUG", 1));
            }
        });

        assertThat(send("read", 1)).extracting("reason").containsExactly("internal_error");
        assertThat(send("write", 2)).extracting("reason").containsExactly("internal_error");
        assertThat(driver.records(Topics.commands("inventory").deadLetters()))
                .hasSize(2)
                .allSatisfy(dead -> assertThat(text(dead.headers(), DeadLetters.REASON))
                        .contains("stock " + Keys.of(TENANT, elsewhere))
                        .contains("partition 1")
                        .contains(KEY));
        assertThat(driver.size("stock")).isZero();
        assertThat(send("own", 3)).extracting("status").containsExactly(OutcomeStatus.ACCEPTED);
    }

    /** Domain that counts commands, repeated ones included. */
    private static final class Counting extends Careless {
        @Override
        Decision decide(SpecificRecord command, Context context) {
            Stock before = context.state(STOCK, ID);
            return Decision.accept(set(before == null ? 1 : before.getOnHand() + 1));
        }
    }

    private void score(String source, String id) {
        OrderScored scored =
                new OrderScored(ID, 0.1, "m", "1", "h", List.of(), List.of(), "c1", "GB", 1L, false, 1L, "GBP");
        Headers headers = CommerceDriver.headers(KEY, id);
        headers.add(MessageHeaders.SOURCE, source.getBytes(UTF_8));
        driver.pipe(
                Topics.events("fraud"),
                KEY.getBytes(UTF_8),
                CommerceDriver.CODEC.encode(Topics.events("fraud").name(), scored),
                headers);
    }

    @Test
    void an_event_from_elsewhere_that_comes_again_changes_nothing() {
        run(new Counting());
        score("/fraud", "1");
        score("/fraud", "1");
        assertThat(stored().getOnHand()).isEqualTo(1);

        score("/fraud", "2");
        score("/other", "1");
        assertThat(stored().getOnHand()).isEqualTo(3);
    }

    @Test
    void an_event_that_could_not_be_processed_can_be_sent_again() {
        run(new Careless() {
            private boolean mended;

            @Override
            Decision decide(SpecificRecord command, Context context) {
                if (!mended) {
                    mended = true;
                    throw new IllegalStateException("not yet");
                }
                return Decision.accept(set(9));
            }
        });
        score("/fraud", "1");
        score("/fraud", "1");

        assertThat(driver.records(Topics.events("fraud").deadLetters())).hasSize(1);
        assertThat(stored().getOnHand()).isEqualTo(9);
    }

    /** Domain whose aggregate settles at a value above a hundred. */
    private static final class Waiting extends Careless {
        @Override
        Decision decide(SpecificRecord command, Context context) {
            Decision.Accepted accepted = (Decision.Accepted) super.decide(command, context);
            return ((SetStock) command).getOnHand() > 100 ? accepted : accepted.answeredLater();
        }

        @Override
        Optional<Decision> settled(Context context) {
            return context.state(STOCK, ID).getOnHand() > 100
                    ? Optional.of(Decision.accept(List.of(), Map.of("settled", "yes")))
                    : Optional.empty();
        }
    }

    @Test
    void all_who_wait_for_an_aggregate_are_answered_when_it_settles() {
        run(new Waiting());
        assertThat(send("first", 1)).isEmpty();
        assertThat(send("second", 2)).isEmpty();

        List<CommandOutcome> outcomes = send("third", 101);

        assertThat(outcomes).extracting("commandId").containsExactly("first", "second", "third");
        assertThat(outcomes).extracting("status").containsOnly(OutcomeStatus.ACCEPTED);
        assertThat(outcomes.get(1).getAnswer()).containsEntry("settled", "yes");
        assertThat(driver.size(Names.pending("test"))).isZero();
    }

    /** Domain that refuses adjustments and names their actor. */
    private static final class Refusing extends Careless {
        @Override
        Decision decide(SpecificRecord command, Context context) {
            return command instanceof AdjustStock
                    ? Decision.reject(
                            Refusal.conflict("not_now", "Not now"),
                            "asked by " + context.actor().subject())
                    : super.decide(command, context);
        }
    }

    @Test
    void a_refused_command_of_a_policy_is_an_event_that_others_react_to() {
        run(new Refusing());
        score("/fraud", "1");

        List<SpecificRecord> events = driver.events(Topics.events("inventory"));
        CommandRefused refused = (CommandRefused) events.get(0);
        assertThat(refused.getPolicy()).isEqualTo("score");
        assertThat(refused.getSentFor()).isEqualTo(ID);
        assertThat(refused.getCommand()).isEqualTo("AdjustStock");
        assertThat(refused.getReason()).isEqualTo("not_now");
        assertThat(events).hasSize(2);
        assertThat(stored().getOnHand()).isEqualTo(77);
    }

    @Test
    void a_command_of_a_policy_in_another_partition_is_heard_of_too() {
        run(new Refusing());
        Headers headers = CommerceDriver.headers(KEY, "remote");
        headers.add(MessageHeaders.SENT_BY, "score/main~order".getBytes(UTF_8));
        send(headers, new AdjustStock(POOL, "MUG", 1L, ""));

        assertThat(driver.events(Topics.events("inventory")).get(0)).satisfies(event -> {
            assertThat(((CommandRefused) event).getSentFor()).isEqualTo("main~order");
            assertThat(((CommandRefused) event).getPolicy()).isEqualTo("score");
        });
    }

    @Test
    void who_asked_is_known_to_the_decider_and_stands_in_every_event() {
        Actor ada = new Actor("ada", List.of("staff"), null, "kiosk", null);
        run(new Careless() {
            @Override
            Decision decide(SpecificRecord command, Context context) {
                return Decision.accept(set(context.actor().equals(ada) ? 5 : 6));
            }
        });
        Headers headers = CommerceDriver.headers(KEY, "c1");
        headers.add(MessageHeaders.ACTOR, ada.header().getBytes(UTF_8));
        send(headers, new SetStock(POOL, "MUG", 1L));

        assertThat(stored().getOnHand()).isEqualTo(5);
        assertThat(driver.records(Topics.events("inventory").name()))
                .singleElement()
                .satisfies(event -> assertThat(Actor.parse(text(event.headers(), MessageHeaders.ACTOR)))
                        .isEqualTo(ada));
        assertThat(send("c2", 1)).extracting("status").containsExactly(OutcomeStatus.ACCEPTED);
        assertThat(driver.records(Topics.events("inventory").name()))
                .singleElement()
                .satisfies(event -> assertThat(event.headers().lastHeader(MessageHeaders.ACTOR))
                        .isNull());
    }

    @Test
    void an_actor_that_cannot_be_read_goes_to_dead_letters() {
        run(new Refusing());
        Headers headers = CommerceDriver.headers(KEY, "c1");
        headers.add(MessageHeaders.ACTOR, "nobody".getBytes(UTF_8));
        send(headers, new AdjustStock(POOL, "MUG", 1L, ""));

        assertThat(driver.records(Topics.commands("inventory").deadLetters())).hasSize(1);
    }

    @Test
    void a_policy_that_listens_from_now_on_passes_over_what_happened_before() {
        run(new Counting());
        price("old", START - 1);
        assertThat(stored()).isNull();
        price("new", START);
        price("newer", START + 1);
        assertThat(stored().getOnHand()).isEqualTo(2);
        price("older", START - 2);
        assertThat(stored().getOnHand()).isEqualTo(2);
        assertThat(driver.size(DEADLINES)).isEqualTo(1);
    }

    private void price(String id, long at) {
        Headers headers = CommerceDriver.headers(KEY, id);
        headers.add(MessageHeaders.TIME, Instant.ofEpochMilli(at).toString().getBytes(UTF_8));
        driver.pipe(
                Topics.events("catalog"),
                KEY.getBytes(UTF_8),
                CommerceDriver.CODEC.encode(
                        Topics.events("catalog").name(), new ProductPriceChanged("MUG", 1L, 2L, "GBP", at)),
                headers);
    }

    @Test
    void what_no_policy_listens_to_is_not_even_decoded() {
        run(new Counting());
        Headers headers = CommerceDriver.headers(KEY, "1");
        headers.add(MessageHeaders.TYPE, "product.created".getBytes(UTF_8));
        driver.pipe(Topics.events("catalog"), KEY.getBytes(UTF_8), new byte[] {1, 2, 3}, headers);
        assertThat(driver.records(Topics.events("catalog").deadLetters())).isEmpty();

        headers.remove(MessageHeaders.TYPE);
        headers.add(MessageHeaders.TYPE, "product.price_changed".getBytes(UTF_8));
        driver.pipe(Topics.events("catalog"), KEY.getBytes(UTF_8), new byte[] {1, 2, 3}, headers);
        assertThat(driver.records(Topics.events("catalog").deadLetters())).hasSize(1);
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }
}
