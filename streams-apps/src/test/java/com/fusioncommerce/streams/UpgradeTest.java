package com.fusioncommerce.streams;

import static com.fusioncommerce.streams.testing.Samples.TENANT;
import static com.fusioncommerce.streams.testing.Samples.line;
import static com.fusioncommerce.streams.testing.Samples.order;
import static com.fusioncommerce.streams.testing.Samples.poolIn;
import static com.fusioncommerce.streams.testing.Samples.setStock;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.RegistryConfig;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import com.fusioncommerce.schemas.testing.RegistryStandIn;
import com.fusioncommerce.streams.catalog.Catalog;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.orders.OrderHistory;
import com.fusioncommerce.streams.orders.Orders;
import com.fusioncommerce.streams.query.EventLog;
import com.fusioncommerce.streams.query.Patience;
import com.fusioncommerce.streams.query.RecordedEvent;
import com.fusioncommerce.streams.query.UnavailableException;
import com.fusioncommerce.streams.testing.CommerceDriver;
import com.fusioncommerce.streams.testing.KafkaImage;
import com.fusioncommerce.streams.testing.OlderVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests an upgrade: the current version starts on the data of the version before, in which states, events and commands
 * lack fields and two stores do not exist yet.
 */
class UpgradeTest {
    private static final String APPLICATION = "commerce";
    private static final String POOL = poolIn(1);
    private static final Set<String> ADDED = Set.of("reason", "shortages", "attributes", "description", "modelVersion");
    private static final Set<String> NEW_STORES = Set.of("transfers", "pool-spreads");
    private static final Set<String> READ = Set.of(
            Topics.commands("catalog").name(),
            Topics.commands("inventory").name(),
            Topics.commands("orders").name(),
            Topics.events("fraud").name());

    @TempDir
    Path directory;

    private RegistryStandIn registry;
    private AvroCodec codec;
    private OlderVersion older;
    private EmbeddedKafka kafka;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void start() throws Exception {
        registry = new RegistryStandIn();
        SchemaRegistry schemas = SchemaRegistry.connect(RegistryConfig.of(registry.url()));
        schemas.register();
        codec = new AvroCodec(schemas);
        older = new OlderVersion(registry, codec, ADDED);
        broker();
    }

    @AfterEach
    void stop() {
        producer.close();
        kafka.close();
        registry.close();
    }

    private void broker() {
        kafka = EmbeddedKafka.start();
        kafka.createTopics();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Test
    void todays_version_goes_on_where_the_version_before_stopped() throws Exception {
        try (CommerceApplication before = application("before")) {
            live(before);
        }
        becomeOlder();

        try (CommerceApplication restored = application("after")) {
            assertStateReads(restored);
        }
        // A second start, from the files on this disk, which hold the bytes that the version before wrote.
        try (CommerceApplication after = application("after")) {
            assertStateReads(after);
            assertWorkGoesOn(after);
            assertOldEventsReplay(after);
        }
    }

    /** Creates one order in each kind of state, among them one that waits for its score. */
    private void live(CommerceApplication application) {
        send(
                Topics.commands("catalog"),
                "MUG",
                "p",
                new CreateProduct("MUG", "Mug", "A mug", 25_500L, "GBP", Map.of("colour", "red"), null));
        send(Topics.commands("inventory"), POOL + "~MUG", "s", setStock(POOL, "MUG", 10L));
        ReferenceTable<Product> prices = new ReferenceTable<>(Topics.named("catalog.products"), Product.class);
        eventually(() ->
                application.queries().reference(prices, Keys.of(TENANT, "MUG")).isPresent());
        place("waiting", 1);
        place("confirmed", 2);
        place("cancelled", 3);
        place("refused", 99);
        eventually(() -> status(application, "cancelled") == OrderStatus.RESERVED);
        score("confirmed");
        send(Topics.commands("orders"), id("cancelled"), "x", new CancelOrder(id("cancelled"), "late", null));
        eventually(() -> status(application, "confirmed") == OrderStatus.CONFIRMED
                && status(application, "cancelled") == OrderStatus.CANCELLED
                && status(application, "refused") == OrderStatus.REFUSED);
        assertThat(get(application, "cancelled").getReason()).isEqualTo("late");
        assertThat(get(application, "refused").getShortages()).hasSize(1);
    }

    /** Copies the records to a new broker, as the version before would have written them. */
    private void becomeOlder() throws Exception {
        KafkaImage image = KafkaImage.of(kafka, topic -> NEW_STORES.stream().noneMatch(topic::contains));
        producer.close();
        kafka.close();
        broker();
        image.putOn(kafka, older::rewrite);
        KafkaImage.commitEnds(kafka, APPLICATION, READ);
    }

    private void assertStateReads(CommerceApplication application) {
        eventually(application::isRunning);
        eventually(() -> status(application, "waiting") == OrderStatus.RESERVED);
        assertThat(status(application, "confirmed")).isEqualTo(OrderStatus.CONFIRMED);
        Order cancelled = get(application, "cancelled");
        assertThat(cancelled.getStatus()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.getReason()).as("the field that was added").isEmpty();
        assertThat(get(application, "refused").getShortages()).isEmpty();
        Product product = application
                .queries()
                .get(Catalog.PRODUCT_STORE, Keys.of(TENANT, "MUG"))
                .orElseThrow();
        assertThat(product.getName()).isEqualTo("Mug");
        assertThat(product.getAttributes()).isEmpty();
        assertThat(stock(application).getReserved()).isEqualTo(3);
    }

    private void assertWorkGoesOn(CommerceApplication application) {
        score("waiting");
        // A repeated command: its outcome, which the version before wrote, is still known.
        place("confirmed", 2);
        place("new", 1);
        // A command from an API that has not been upgraded yet.
        String cancelled = id("confirmed");
        produce(
                Topics.commands("orders"),
                cancelled,
                "x2",
                older.rewrite(
                        codec.encode(Topics.commands("orders").name(), new CancelOrder(cancelled, "unseen", null))));
        send(
                Topics.commands("inventory"),
                POOL + "~MUG",
                "t",
                new TransferStock(POOL, "MUG", 4L, poolIn(2), "transfer", ""));
        eventually(() -> status(application, "waiting") == OrderStatus.CONFIRMED
                && status(application, "new") == OrderStatus.RESERVED
                && status(application, "confirmed") == OrderStatus.CANCELLED);
        eventually(() -> application
                .queries()
                .get(Inventory.STOCK_STORE, Keys.pooled(TENANT, poolIn(2), "MUG"))
                .isPresent());
        assertThat(get(application, "confirmed").getReason()).isEmpty();
        assertThat(stock(application).getReserved()).isEqualTo(2);
        assertThat(stock(application).getOnHand()).isEqualTo(6);
    }

    private void assertOldEventsReplay(CommerceApplication application) {
        try (EventLog log = new EventLog(kafka.bootstrapServers(), codec, 1)) {
            for (String name : List.of("waiting", "confirmed", "refused", "new")) {
                Order order = get(application, name);
                List<RecordedEvent> events = log.read(
                        Topics.events("orders"),
                        Keys.of(TENANT, id(name)),
                        order.getEventTimes(),
                        Patience.of(Duration.ofSeconds(5)));
                assertThat(events).hasSize((int) order.getVersion());
                assertThat(OrderHistory.replay(
                                events.stream().map(RecordedEvent::value).toList()))
                        .as(name)
                        .get()
                        .usingRecursiveComparison()
                        // Events have always had these fields; states of the version before had not.
                        .ignoringFields("shortages", "reason")
                        .isEqualTo(order);
            }
        }
    }

    private CommerceApplication application(String name) {
        CommerceApplication application = CommerceApplication.create(
                CommerceConfig.fromEnvironment(Map.of(
                        "FUSION_KAFKA",
                        kafka.bootstrapServers(),
                        "FUSION_APPLICATION_ID",
                        APPLICATION,
                        "FUSION_STATE_DIR",
                        directory.resolve(name).toString(),
                        "FUSION_FRAUD_DEADLINE_MS",
                        "3600000")),
                codec);
        application.start();
        return application;
    }

    private static String id(String name) {
        return Keys.pooledId(POOL, name);
    }

    private void place(String name, long quantity) {
        send(Topics.commands("orders"), id(name), "o" + name, order(id(name), line("MUG", quantity)));
    }

    private void score(String name) {
        send(
                Topics.events("fraud"),
                id(name),
                "f" + name,
                new OrderScored(id(name), 0.1, "m", "1", "h", List.of(), List.of(), "c1", "GB", 1L, false, 1L, "GBP"));
    }

    private static OrderStatus status(CommerceApplication application, String name) {
        Order order = application
                .queries()
                .get(Orders.ORDER_STORE, Keys.of(TENANT, id(name)))
                .orElse(null);
        return order == null ? null : order.getStatus();
    }

    private static Order get(CommerceApplication application, String name) {
        return application
                .queries()
                .get(Orders.ORDER_STORE, Keys.of(TENANT, id(name)))
                .orElseThrow();
    }

    private static Stock stock(CommerceApplication application) {
        return application
                .queries()
                .get(Inventory.STOCK_STORE, Keys.pooled(TENANT, POOL, "MUG"))
                .orElseThrow();
    }

    private void send(Topic topic, String id, String messageId, org.apache.avro.specific.SpecificRecord message) {
        produce(topic, id, messageId, codec.encode(topic.name(), message));
    }

    private void produce(Topic topic, String id, String messageId, byte[] value) {
        String key = Keys.of(TENANT, id);
        var sent = producer.send(new ProducerRecord<>(
                topic.name(),
                topic.partitionOf(key),
                key.getBytes(UTF_8),
                value,
                CommerceDriver.headers(key, messageId)));
        producer.flush();
        assertThat(sent).isDone();
    }

    private static void eventually(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(UnavailableException.class)
                .until(condition);
    }
}
