package com.fusioncommerce.streams;

import static com.fusioncommerce.streams.testing.Samples.TENANT;
import static com.fusioncommerce.streams.testing.Samples.createProduct;
import static com.fusioncommerce.streams.testing.Samples.line;
import static com.fusioncommerce.streams.testing.Samples.order;
import static com.fusioncommerce.streams.testing.Samples.poolIn;
import static com.fusioncommerce.streams.testing.Samples.setStock;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.orders.OrderHistory;
import com.fusioncommerce.streams.orders.OrdersByCustomer;
import com.fusioncommerce.streams.query.ConsistencyToken;
import com.fusioncommerce.streams.query.Copies;
import com.fusioncommerce.streams.query.Entry;
import com.fusioncommerce.streams.query.EventLog;
import com.fusioncommerce.streams.query.HostAddress;
import com.fusioncommerce.streams.query.Location;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.RecordedEvent;
import com.fusioncommerce.streams.query.UnavailableException;
import com.fusioncommerce.streams.testing.CommerceDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application on a real broker: restarts, several instances, queries, the log. */
class CommerceApplicationTest {
    private static final AvroCodec CODEC = new AvroCodec(SchemaRegistry.inProcess());
    private static final String POOL = poolIn(1);

    private static EmbeddedKafka kafka;
    private static KafkaProducer<byte[], byte[]> producer;

    @TempDir
    static Path stateDir;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start();
        kafka.createTopics();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stop() throws Exception {
        producer.close();
        kafka.close();
    }

    private static CommerceApplication application(String id, String name, int port) {
        Map<String, String> environment = Map.of(
                "FUSION_KAFKA",
                kafka.bootstrapServers(),
                "FUSION_APPLICATION_ID",
                id,
                "FUSION_STATE_DIR",
                stateDir.resolve(name).toString(),
                "FUSION_API_ADVERTISED",
                "127.0.0.1:" + port,
                "FUSION_STANDBYS",
                "1",
                "FUSION_FRAUD_GATE",
                "off");
        CommerceApplication application =
                CommerceApplication.create(CommerceConfig.fromEnvironment(environment), CODEC);
        application.start();
        return application;
    }

    /** Says which command it was. */
    private static ConsistencyToken send(Topic topic, String key, String id, SpecificRecord command) {
        Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(
                topic.name(),
                topic.partitionOf(key),
                key.getBytes(UTF_8),
                CODEC.encode(topic.name(), command),
                CommerceDriver.headers(key, id)));
        producer.flush();
        assertThat(sent).isDone();
        RecordMetadata metadata = acknowledged(sent);
        return new ConsistencyToken(metadata.topic(), metadata.partition(), metadata.offset());
    }

    private static RecordMetadata acknowledged(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the command was not taken", e);
        }
    }

    private static <T> T eventually(Callable<T> supplier) {
        List<T> result = new ArrayList<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(UnavailableException.class)
                .until(() -> {
                    result.clear();
                    result.add(supplier.call());
                    return result.get(0) != null;
                });
        return result.get(0);
    }

    private static Order awaitOrder(Queries queries, String id) {
        return eventually(
                () -> queries.get(CommerceStores.ORDERS, Keys.of(TENANT, id)).orElse(null));
    }

    /** Returns when orders can be priced: a query sees a product before it is committed, the price table after. */
    private static void stockAndProduct(CommerceApplication application) {
        String product = Keys.of(TENANT, "MUG");
        send(Topics.CATALOG_COMMANDS, product, "c1", createProduct("MUG", 25_500L));
        send(Topics.INVENTORY_COMMANDS, Keys.pooled(TENANT, POOL, "MUG"), "s1", setStock(POOL, "MUG", 100L));
        eventually(() -> application
                .queries()
                .get(CommerceStores.STOCK, Keys.pooled(TENANT, POOL, "MUG"))
                .orElse(null));
        ReadOnlyKeyValueStore<String, Product> prices = application
                .streams()
                .store(StoreQueryParameters.fromNameAndType(
                        new ReferenceTable<>(Topics.CATALOG_PRODUCTS, Product.class).store(),
                        QueryableStoreTypes.keyValueStore()));
        eventually(() -> prices.get(product));
    }

    @Test
    void state_survives_a_restart_and_the_log_tells_an_orders_past() {
        String id = Keys.pooledId(POOL, "restart");
        String key = Keys.of(TENANT, id);
        CommerceApplication first = application("restart", "restart", 1);
        assertThatThrownBy(() -> first.queries().locate(CommerceStores.ORDERS, key))
                .isInstanceOf(UnavailableException.class);
        stockAndProduct(first);
        send(Topics.ORDERS_COMMANDS, key, "p1", order(id, line("MUG", 2)));
        assertThat(awaitOrder(first.queries(), id).getStatus()).isEqualTo(OrderStatus.CONFIRMED);
        first.close();

        try (CommerceApplication second = application("restart", "restart", 1);
                EventLog log = new EventLog(kafka.bootstrapServers(), CODEC)) {
            send(Topics.ORDERS_COMMANDS, key, "p1", order(id, line("MUG", 2)));
            send(Topics.ORDERS_COMMANDS, key, "x1", new CancelOrder(id, "late", null));
            Order cancelled = eventually(() -> {
                Order order = awaitOrder(second.queries(), id);
                return order.getStatus() == OrderStatus.CANCELLED ? order : null;
            });

            List<RecordedEvent> events = log.read(Topics.ORDERS_EVENTS, key, cancelled.getEventTimes());
            assertThat(events)
                    .extracting(RecordedEvent::type)
                    .containsExactly("order.created", "order.reserved", "order.confirmed", "order.cancelled");
            assertThat(OrderHistory.replay(
                            events.stream().map(RecordedEvent::value).toList()))
                    .contains(cancelled);
            assertThat(second.isRunning()).isTrue();
            assertThat(second.streams().state().name()).isEqualTo(second.state());
            assertThatThrownBy(() -> log.read(Topics.ORDERS_EVENTS, key, List.of(1L, 2L)))
                    .isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void lists_come_in_pages_in_the_order_of_their_keys() {
        try (CommerceApplication application = application("lists", "lists", 1)) {
            Queries queries = application.queries();
            stockAndProduct(application);
            for (int i = 0; i < 5; i++) {
                String id = Keys.pooledId(POOL, "list" + i);
                send(Topics.ORDERS_COMMANDS, Keys.of(TENANT, id), "list" + i, order(id, line("MUG", 1)));
            }
            awaitOrder(queries, Keys.pooledId(POOL, "list4"));

            String prefix = TENANT + "/" + POOL + "~list";
            List<Entry<Order>> page = queries.scan(CommerceStores.ORDERS, prefix, null, 3);
            List<Entry<Order>> rest =
                    queries.scan(CommerceStores.ORDERS, prefix, page.get(2).cursor(), 3);
            assertThat(page).hasSize(3);
            assertThat(rest)
                    .extracting(entry -> entry.value().getOrderId())
                    .containsExactly(POOL + "~list3", POOL + "~list4");

            String customer = Keys.of(TENANT, OrdersByCustomer.prefix("c1"));
            List<Entry<Order>> mine = queries.list(CommerceStores.ORDERS_BY_CUSTOMER, customer, null, 100);
            assertThat(mine).extracting(entry -> entry.value().getOrderId()).contains(POOL + "~list0");
            assertThat(queries.list(
                            CommerceStores.ORDERS_BY_CUSTOMER,
                            customer,
                            mine.get(0).cursor(),
                            100))
                    .hasSize(mine.size() - 1);
            assertThat(queries.list(CommerceStores.ORDERS_BY_CUSTOMER, TENANT + "/nobody/", null, 10))
                    .isEmpty();
        }
    }

    @Test
    void two_instances_share_the_keys_and_one_takes_over_from_the_other() {
        CommerceApplication one = application("pair", "one", 1);
        eventually(() -> one.isRunning() ? true : null);
        try (CommerceApplication two = application("pair", "two", 2)) {
            List<String> keys = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(i -> Keys.of(TENANT, "SKU" + i))
                    .toList();
            keys.forEach(key -> send(Topics.CATALOG_COMMANDS, key, "c" + key, createProduct(Keys.id(key), 1L)));
            HostAddress other = new HostAddress("127.0.0.1", 1);
            eventually(() -> {
                List<Location> locations = keys.stream()
                        .map(key -> two.queries().locate(CommerceStores.PRODUCTS, key))
                        .toList();
                boolean some = locations.stream().anyMatch(Location::local);
                boolean others = locations.stream().anyMatch(l -> l.hosts().contains(other));
                return some && others ? locations : null;
            });
            assertThat(two.queries().hosts()).hasSize(2);

            one.close();
            for (String key : keys) {
                Product product = eventually(
                        () -> two.queries().get(CommerceStores.PRODUCTS, key).orElse(null));
                assertThat(product.getSku()).isEqualTo(Keys.id(key));
            }
            assertThat(two.queries().get(CommerceStores.PRODUCTS, keys.get(0), Copies.any(null)))
                    .isPresent();
        }
    }

    @Test
    void a_copy_answers_whoever_has_seen_what_it_has_and_nobody_who_has_seen_more() {
        try (CommerceApplication one = application("copies", "copies-one", 3);
                CommerceApplication two = application("copies", "copies-two", 4)) {
            eventually(
                    () -> (one.isRunning() && two.isRunning() && two.queries().copies() == 2) ? true : null);
            String key = eventually(() -> java.util.stream.IntStream.range(0, 50)
                    .mapToObj(i -> Keys.of(TENANT, "COPY" + i))
                    .filter(candidate -> !two.queries()
                            .locate(CommerceStores.PRODUCTS, candidate)
                            .local())
                    .findFirst()
                    .orElse(null));
            ConsistencyToken seen = send(Topics.CATALOG_COMMANDS, key, "copy", createProduct(Keys.id(key), 1L));

            Product product = eventually(() -> two.queries()
                    .get(CommerceStores.PRODUCTS, key, Copies.any(seen))
                    .orElse(null));

            assertThat(product.getSku()).isEqualTo(Keys.id(key));
            assertThat(two.queries().locate(CommerceStores.PRODUCTS, key).local())
                    .as("it was a copy that answered")
                    .isFalse();
            ConsistencyToken later = new ConsistencyToken(seen.topic(), seen.partition(), seen.offset() + 1_000);
            assertThatThrownBy(() -> two.queries().get(CommerceStores.PRODUCTS, key, Copies.any(later)))
                    .isInstanceOf(UnavailableException.class);
            ConsistencyToken elsewhere = new ConsistencyToken(seen.topic(), seen.partition() + 1, 0);
            assertThatThrownBy(() -> two.queries().get(CommerceStores.PRODUCTS, key, Copies.any(elsewhere)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("other partitions");
        }
    }

    /** A producer that has written, and has neither committed nor aborted it. */
    private static KafkaProducer<byte[], byte[]> writing(String transactionalId) {
        KafkaProducer<byte[], byte[]> writing = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", transactionalId),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        writing.initTransactions();
        writing.beginTransaction();
        Future<RecordMetadata> sent = writing.send(
                new ProducerRecord<>(DeadLetters.of(Topics.ORDERS_COMMANDS.name()), 0, new byte[0], new byte[0]));
        writing.flush();
        assertThat(sent).isDone();
        return writing;
    }

    private static Set<String> open(Admin admin) throws Exception {
        return admin
                .listTransactions(new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                .all()
                .get()
                .stream()
                .map(TransactionListing::transactionalId)
                .collect(Collectors.toSet());
    }

    @Test
    void what_an_instance_that_is_gone_left_open_is_aborted_and_nothing_else() throws Exception {
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        String own;
        try (CommerceApplication before = application("abandoned", "abandoned", 5)) {
            eventually(() -> before.isRunning() ? true : null);
            own = CommerceApplication.instance(before.streams()) + "-9";
        }
        String gone = "abandoned-" + UUID.randomUUID() + "-1";
        String stranger = "abandoned-by-nobody-" + UUID.randomUUID() + "-1";
        try (admin;
                KafkaProducer<byte[], byte[]> ofOwn = writing(own);
                KafkaProducer<byte[], byte[]> ofGone = writing(gone);
                KafkaProducer<byte[], byte[]> ofStranger = writing(stranger)) {
            assertThat(open(admin)).contains(own, gone, stranger);

            try (CommerceApplication after = application("abandoned", "abandoned", 5)) {
                assertThat(open(admin)).doesNotContain(own);
                eventually(() -> (after.isRunning() && !open(admin).contains(gone)) ? true : null);

                KafkaProducer<byte[], byte[]> ofLiving = writing(CommerceApplication.instance(after.streams()) + "-9");
                String later = "abandoned-" + UUID.randomUUID() + "-1";
                KafkaProducer<byte[], byte[]> ofLater = writing(later);
                try (ofLiving;
                        ofLater) {
                    eventually(() -> !open(admin).contains(later) ? true : null);
                    ofLiving.commitTransaction();
                    ofStranger.commitTransaction();
                    for (KafkaProducer<byte[], byte[]> ended : List.of(ofOwn, ofGone, ofLater)) {
                        assertThatThrownBy(ended::commitTransaction).isInstanceOf(ApiException.class);
                    }
                }
            }
        }
    }
}
