package com.fusioncommerce.trials.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.platform.cli.ProgressBar;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import com.fusioncommerce.schemas.testing.FreePorts;
import com.fusioncommerce.streams.CommerceApplication;
import com.fusioncommerce.streams.CommerceConfig;
import com.fusioncommerce.streams.CommerceGroups;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.orders.Orders;
import com.fusioncommerce.streams.query.UnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays on a real broker while a real application goes on writing. */
class ReplayTest {
    private static final AvroCodec CODEC = new AvroCodec(SchemaRegistry.inProcess());
    private static final String TENANT = "acme";
    private static final List<String> POOLS = List.of("main", "east", "west");
    private static final int ORDERS = 60;

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private static KafkaProducer<byte[], byte[]> producer;
    private static CommerceApplication application;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start();
        kafka.createTopics();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        application = CommerceApplication.create(
                CommerceConfig.fromEnvironment(Map.of(
                        "FUSION_KAFKA",
                        kafka.bootstrapServers(),
                        "FUSION_STATE_DIR",
                        directory.resolve("state").toString(),
                        "FUSION_API_ADVERTISED",
                        "127.0.0.1:" + FreePorts.take(),
                        "FUSION_FRAUD_GATE",
                        "off")),
                CODEC);
        application.start();
        await(application::isRunning);
        send(
                Topics.commands("catalog"),
                "MUG",
                "p",
                new CreateProduct("MUG", "Mug", "", 25_500L, "GBP", Map.of(), null));
        await(() -> application
                .queries()
                .reference(
                        new ReferenceTable<>(Topics.named("catalog.products"), Product.class), Keys.of(TENANT, "MUG"))
                .isPresent());
        for (String pool : POOLS) {
            send(Topics.commands("inventory"), pool + "~MUG", "s" + pool, new SetStock(pool, "MUG", 40L));
        }
        trade("first", ORDERS);
    }

    @AfterAll
    static void stop() {
        application.close();
        producer.close();
        kafka.close();
    }

    @Test
    void what_is_live_is_what_the_events_make_while_orders_flow() throws Exception {
        produce(new ProducerRecord<>(
                Topics.events("orders").name(), 0, "poison/x".getBytes(UTF_8), "no event".getBytes(UTF_8)));
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> traffic = CompletableFuture.runAsync(() -> {
            for (int round = 0; !enough.get(); round++) {
                trade("round" + round, 5);
            }
        });
        try {
            for (String domain : List.of("catalog", "inventory", "orders")) {
                List<Difference> differences = new ArrayList<>();
                Replay.Result result = replay(domain, "commerce", differences);
                assertThat(differences).isEmpty();
                assertThat(result.events()).as(domain).isPositive();
                assertThat(result.entries()).as(domain).isPositive();
                assertThat(result.unreadable()).as(domain).isEqualTo(domain.equals("orders") ? 1 : 0);
            }
        } finally {
            enough.set(true);
            traffic.get();
        }
        try (Stream<Path> left = Files.list(directory.resolve("replay"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void what_was_planted_is_found_by_its_key() throws Exception {
        String stock = Keys.pooled(TENANT, "north", "MUG");
        String lost = Keys.pooled(TENANT, "main", "lost");
        String listed = Keys.of(TENANT, "nobody/0/main~none");
        send(Topics.commands("inventory"), "north~MUG", "snorth", new SetStock("north", "MUG", 7L));
        send(Topics.commands("orders"), "main~lost", "olost", order("main~lost", "main"));
        await(() -> application.queries().get(Inventory.STOCK_STORE, stock).isPresent()
                && application.queries().get(Orders.ORDER_STORE, lost).isPresent());
        Stock real = application.queries().get(Inventory.STOCK_STORE, stock).orElseThrow();
        Stock forged = new Stock("MUG", "north", 8L, 0L, real.getVersion(), real.getUpdatedAt());
        plant(Inventory.STOCK.name(), stock, CODEC.encode(Topic.STORES, forged));
        plant("orders", lost, null);
        plant("orders-by-customer", listed, new byte[] {1});
        try {
            List<Difference> differences = new ArrayList<>();
            replay("inventory", "commerce", differences);
            assertThat(differences).singleElement().satisfies(found -> {
                assertThat(found.key()).isEqualTo(stock);
                assertThat(found.topic()).isEqualTo("commerce-stock-changelog");
                assertThat(found.what()).isEqualTo("onHand is 8, its events make 7");
            });

            differences.clear();
            Replay.Result result = replay("orders", "commerce", differences);
            assertThat(result.differences()).isEqualTo(2);
            assertThat(differences).extracting(Difference::key).containsExactlyInAnyOrder(lost, listed);
            assertThat(differences)
                    .extracting(Difference::what)
                    .anySatisfy(what -> assertThat(what).startsWith("is missing; its events make"))
                    .anySatisfy(what -> assertThat(what).isEqualTo("is listed; no event lists it"));
        } finally {
            plant(Inventory.STOCK.name(), stock, CODEC.encode(Topic.STORES, real));
            plant("orders-by-customer", listed, null);
            plant(
                    "orders",
                    lost,
                    CODEC.encode(
                            Topic.STORES,
                            application.queries().get(Orders.ORDER_STORE, lost).orElseThrow()));
        }
    }

    @Test
    void an_application_that_never_ran_is_named() {
        assertThatThrownBy(() -> replay("orders", "commmerce", new ArrayList<>()))
                .hasMessageContaining("commmerce-orders-changelog")
                .hasMessageContaining("--application");
    }

    private static Replay.Result replay(String name, String id, List<Difference> differences) throws IOException {
        Domain domain = CommerceGroups.of(OrderRules.defaults(), CommerceGroups.domains()).stream()
                .flatMap(group -> group.domains().stream())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Path aside = Files.createDirectories(directory.resolve("replay"));
        ProgressBar silent = new ProgressBar(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8), false);
        try (CommittedLog log = new CommittedLog(kafka.bootstrapServers(), Duration.ofSeconds(30))) {
            return new Replay(domain, id, log, CODEC, silent).run(aside, differences::add);
        }
    }

    /** Places orders in one pool and in two, cancels some and moves stock; returns when the last change is visible. */
    private static void trade(String round, int orders) {
        for (int i = 0; i < orders; i++) {
            String pool = POOLS.get(i % POOLS.size());
            String id = Keys.pooledId(pool, round + "-" + i);
            send(Topics.commands("orders"), id, "o" + id, order(id, POOLS.get(i % 2)));
            if (i % 4 == 0) {
                send(Topics.commands("orders"), id, "c" + id, new CancelOrder(id, "", null));
            }
        }
        send(
                Topics.commands("inventory"),
                "west~MUG",
                "t" + round,
                new TransferStock("west", "MUG", 1L, "east", round, ""));
        String last = Keys.pooled(TENANT, POOLS.get((orders - 1) % POOLS.size()), round + "-" + (orders - 1));
        await(() -> application.queries().get(Orders.ORDER_STORE, last).isPresent());
    }

    private static PlaceOrder order(String id, String otherPool) {
        return new PlaceOrder(
                id,
                "c" + id.length(),
                null,
                "GB",
                "GB",
                "web",
                null,
                false,
                List.of(new PlaceOrderLine("MUG", 1L, null, null), new PlaceOrderLine("MUG", 1L, otherPool, null)));
    }

    private static void send(Topic topic, String id, String command, SpecificRecord payload) {
        String key = Keys.of(TENANT, id);
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                topic.name(), topic.partitionOf(key), key.getBytes(UTF_8), CODEC.encode(topic.name(), payload));
        message.headers().add(MessageHeaders.ID, command.getBytes(UTF_8));
        message.headers().add(MessageHeaders.TENANT, TENANT.getBytes(UTF_8));
        produce(message);
    }

    /** Writes a record into a changelog, past the application. */
    private static void plant(String store, String key, byte[] value) {
        produce(new ProducerRecord<>(
                "commerce-" + store + "-changelog",
                Topics.events("orders").partitionOf(key),
                key.getBytes(UTF_8),
                value));
    }

    private static void produce(ProducerRecord<byte[], byte[]> message) {
        Future<RecordMetadata> sent = producer.send(message);
        producer.flush();
        assertThat(sent).isDone();
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(UnavailableException.class)
                .until(condition::getAsBoolean);
    }
}
