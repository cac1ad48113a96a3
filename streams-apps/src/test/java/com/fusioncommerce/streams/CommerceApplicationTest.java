package com.fusioncommerce.streams;

import static com.fusioncommerce.streams.CommerceOnKafka.eventually;
import static com.fusioncommerce.streams.testing.Samples.TENANT;
import static com.fusioncommerce.streams.testing.Samples.createProduct;
import static com.fusioncommerce.streams.testing.Samples.line;
import static com.fusioncommerce.streams.testing.Samples.order;
import static com.fusioncommerce.streams.testing.Samples.poolIn;
import static com.fusioncommerce.streams.testing.Samples.setStock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.streams.catalog.Catalog;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.orders.OrderHistory;
import com.fusioncommerce.streams.orders.Orders;
import com.fusioncommerce.streams.orders.OrdersByCustomer;
import com.fusioncommerce.streams.query.ConsistencyToken;
import com.fusioncommerce.streams.query.Copies;
import com.fusioncommerce.streams.query.Entry;
import com.fusioncommerce.streams.query.EventLog;
import com.fusioncommerce.streams.query.HostAddress;
import com.fusioncommerce.streams.query.Location;
import com.fusioncommerce.streams.query.Patience;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.RecordedEvent;
import com.fusioncommerce.streams.query.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The application on a real broker: restarts, several instances, queries, the log. */
class CommerceApplicationTest {
    private static final String POOL = poolIn(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @RegisterExtension
    private static final CommerceOnKafka COMMERCE = new CommerceOnKafka();

    private static Order awaitOrder(Queries queries, String id) {
        return eventually(
                () -> queries.get(Orders.ORDER_STORE, Keys.of(TENANT, id)).orElse(null));
    }

    /** Creates a product with stock; waits for the price table, which sees a product only after its commit. */
    private static void stockAndProduct(CommerceApplication application) {
        String product = Keys.of(TENANT, "MUG");
        COMMERCE.send(Topics.commands("catalog"), product, "c1", createProduct("MUG", 25_500L));
        COMMERCE.send(
                Topics.commands("inventory"), Keys.pooled(TENANT, POOL, "MUG"), "s1", setStock(POOL, "MUG", 100L));
        eventually(() -> application
                .queries()
                .get(Inventory.STOCK_STORE, Keys.pooled(TENANT, POOL, "MUG"))
                .orElse(null));
        ReadOnlyKeyValueStore<String, Product> prices = application
                .streams()
                .store(StoreQueryParameters.fromNameAndType(
                        new ReferenceTable<>(Topics.named("catalog.products"), Product.class).store(),
                        QueryableStoreTypes.keyValueStore()));
        eventually(() -> prices.get(product));
    }

    @Test
    void state_survives_a_restart_and_the_log_tells_an_orders_past() {
        String id = Keys.pooledId(POOL, "restart");
        String key = Keys.of(TENANT, id);
        CommerceApplication first = COMMERCE.application("restart", "restart", 1);
        assertThatThrownBy(() -> first.queries().locate(Orders.ORDER_STORE, key))
                .isInstanceOf(UnavailableException.class);
        stockAndProduct(first);
        COMMERCE.send(Topics.commands("orders"), key, "p1", order(id, line("MUG", 2)));
        assertThat(awaitOrder(first.queries(), id).getStatus()).isEqualTo(OrderStatus.CONFIRMED);
        first.close();

        try (CommerceApplication second = COMMERCE.application("restart", "restart", 1);
                EventLog log = new EventLog(COMMERCE.bootstrapServers(), CommerceOnKafka.CODEC, 2)) {
            COMMERCE.send(Topics.commands("orders"), key, "p1", order(id, line("MUG", 2)));
            COMMERCE.send(Topics.commands("orders"), key, "x1", new CancelOrder(id, "late", null));
            Order cancelled = eventually(() -> {
                Order order = awaitOrder(second.queries(), id);
                return order.getStatus() == OrderStatus.CANCELLED ? order : null;
            });

            List<RecordedEvent> events =
                    log.read(Topics.events("orders"), key, cancelled.getEventTimes(), Patience.of(PATIENCE));
            assertThat(events)
                    .extracting(RecordedEvent::type)
                    .containsExactly("order.created", "order.reserved", "order.confirmed", "order.cancelled");
            assertThat(OrderHistory.replay(
                            events.stream().map(RecordedEvent::value).toList()))
                    .contains(cancelled);
            // Reads are answered while tasks are still being assigned.
            eventually(() -> second.isRunning() ? true : null);
            assertThat(second.streams().state().name()).isEqualTo(second.state());
            assertThatThrownBy(() -> log.read(Topics.events("orders"), key, List.of(1L, 2L), Patience.of(PATIENCE)))
                    .isInstanceOf(UnavailableException.class);
            assertOneDoesNotHoldUpAnother(log, key, cancelled);
        }
    }

    /** One reading waits for a missing event until its time limit; all others must not wait for that reading. */
    private static void assertOneDoesNotHoldUpAnother(EventLog log, String key, Order order) {
        CountDownLatch reading = new CountDownLatch(1);
        AtomicBoolean left = new AtomicBoolean();
        Patience untilItLeaves = Patience.of(Duration.ofMinutes(1), () -> {
            reading.countDown();
            return left.get();
        });
        CompletableFuture<?> waiting = CompletableFuture.supplyAsync(
                () -> log.read(Topics.events("orders"), key, List.of(Long.MAX_VALUE), untilItLeaves));
        try {
            assertThat(reading.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 10; i++) {
                assertThat(log.read(Topics.events("orders"), key, order.getEventTimes(), Patience.of(PATIENCE)))
                        .hasSize(4);
            }
            assertThat(waiting).isNotDone();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            left.set(true);
        }
        assertThatThrownBy(waiting::join).hasCauseInstanceOf(CancellationException.class);
    }

    @Test
    void lists_come_in_pages_in_the_order_of_their_keys() {
        try (CommerceApplication application = COMMERCE.application("lists", "lists", 1)) {
            Queries queries = application.queries();
            stockAndProduct(application);
            for (int i = 0; i < 5; i++) {
                String id = Keys.pooledId(POOL, "list" + i);
                COMMERCE.send(Topics.commands("orders"), Keys.of(TENANT, id), "list" + i, order(id, line("MUG", 1)));
            }
            awaitOrder(queries, Keys.pooledId(POOL, "list4"));
            // A list has the partitions that are served here, and tasks may still be being assigned.
            eventually(() -> application.isRunning() ? true : null);

            String prefix = TENANT + "/" + POOL + "~list";
            List<Entry<Order>> page = queries.scan(Orders.ORDER_STORE, prefix, null, 3);
            List<Entry<Order>> rest =
                    queries.scan(Orders.ORDER_STORE, prefix, page.get(2).cursor(), 3);
            assertThat(page).hasSize(3);
            assertThat(rest)
                    .extracting(entry -> entry.value().getOrderId())
                    .containsExactly(POOL + "~list3", POOL + "~list4");

            String customer = Keys.of(TENANT, OrdersByCustomer.prefix("c1"));
            List<Entry<Order>> mine = queries.list(Orders.BY_CUSTOMER, customer, null, 100);
            assertThat(mine).extracting(entry -> entry.value().getOrderId()).contains(POOL + "~list0");
            assertThat(queries.list(Orders.BY_CUSTOMER, customer, mine.get(0).cursor(), 100))
                    .hasSize(mine.size() - 1);
            assertThat(queries.list(Orders.BY_CUSTOMER, TENANT + "/nobody/", null, 10))
                    .isEmpty();
        }
    }

    @Test
    void two_instances_share_the_keys_and_one_takes_over_from_the_other() {
        CommerceApplication one = COMMERCE.application("pair", "one", 1);
        eventually(() -> one.isRunning() ? true : null);
        try (CommerceApplication two = COMMERCE.application("pair", "two", 2)) {
            List<String> keys = IntStream.range(0, 8)
                    .mapToObj(i -> Keys.of(TENANT, "SKU" + i))
                    .toList();
            keys.forEach(
                    key -> COMMERCE.send(Topics.commands("catalog"), key, "c" + key, createProduct(Keys.id(key), 1L)));
            HostAddress other = new HostAddress("127.0.0.1", 1);
            eventually(() -> {
                List<Location> locations = keys.stream()
                        .map(key -> two.queries().locate(Catalog.PRODUCT_STORE, key))
                        .toList();
                boolean some = locations.stream().anyMatch(Location::local);
                boolean others = locations.stream().anyMatch(l -> l.hosts().contains(other));
                return some && others ? locations : null;
            });
            assertThat(two.queries().hosts()).hasSize(2);

            one.close();
            for (String key : keys) {
                Product product = eventually(
                        () -> two.queries().get(Catalog.PRODUCT_STORE, key).orElse(null));
                assertThat(product.getSku()).isEqualTo(Keys.id(key));
            }
            assertThat(two.queries().get(Catalog.PRODUCT_STORE, keys.get(0), Copies.any(null)))
                    .isPresent();
        }
    }

    @Test
    void a_copy_answers_whoever_has_seen_what_it_has_and_nobody_who_has_seen_more() {
        try (CommerceApplication one = COMMERCE.application("copies", "copies-one", 3);
                CommerceApplication two = COMMERCE.application("copies", "copies-two", 4)) {
            eventually(
                    () -> (one.isRunning() && two.isRunning() && two.queries().copies() == 2) ? true : null);
            String key = eventually(() -> IntStream.range(0, 50)
                    .mapToObj(i -> Keys.of(TENANT, "COPY" + i))
                    .filter(candidate -> !two.queries()
                            .locate(Catalog.PRODUCT_STORE, candidate)
                            .local())
                    .findFirst()
                    .orElse(null));
            ConsistencyToken seen =
                    COMMERCE.send(Topics.commands("catalog"), key, "copy", createProduct(Keys.id(key), 1L));

            Product product = eventually(() -> two.queries()
                    .get(Catalog.PRODUCT_STORE, key, Copies.any(seen))
                    .orElse(null));

            assertThat(product.getSku()).isEqualTo(Keys.id(key));
            assertThat(two.queries().locate(Catalog.PRODUCT_STORE, key).local())
                    .as("it was a copy that answered")
                    .isFalse();
            ConsistencyToken later = new ConsistencyToken(seen.topic(), seen.partition(), seen.offset() + 1_000);
            assertThatThrownBy(() -> two.queries().get(Catalog.PRODUCT_STORE, key, Copies.any(later)))
                    .isInstanceOf(UnavailableException.class);
            ConsistencyToken elsewhere = new ConsistencyToken(seen.topic(), seen.partition() + 1, 0);
            assertThatThrownBy(() -> two.queries().get(Catalog.PRODUCT_STORE, key, Copies.any(elsewhere)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("other partitions");
        }
    }
}
