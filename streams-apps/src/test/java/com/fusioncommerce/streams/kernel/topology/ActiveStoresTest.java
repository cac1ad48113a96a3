package com.fusioncommerce.streams.kernel.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.Partitions;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.streams.CommerceStores;
import com.fusioncommerce.streams.catalog.Catalog;
import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.query.HostAddress;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.UnavailableException;
import com.fusioncommerce.streams.testing.CommerceDriver;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class ActiveStoresTest {
    private static final String STORE = Catalog.PRODUCT_STORE.name();
    private static final int PARTITION = 0;

    @Test
    void a_task_shows_its_states_from_its_start_to_its_end() {
        ActiveStores active = new ActiveStores();
        try (CommerceDriver commerce =
                new CommerceDriver(OrderRules.defaults(), KernelConfig.defaults("commerce"), active)) {
            commerce.send(
                    Topics.commands("catalog"),
                    "shop/sku-1",
                    "c-1",
                    new CreateProduct("sku-1", "Lamp", "", 25_000L, "EUR", Map.of(), null));

            assertThat(active.find(STORE, PARTITION)).hasValueSatisfying(store -> assertThat(store.get("shop/sku-1"))
                    .isInstanceOfSatisfying(Product.class, product -> assertThat(product.getName())
                            .isEqualTo("Lamp")));
            assertThat(active.find(
                            CommerceStores.outcomes("catalog").orElseThrow().name(), PARTITION))
                    .hasValueSatisfying(
                            store -> assertThat(store.get("shop/c-1")).isNotNull());
            assertThat(active.find(STORE, PARTITION + 1)).isEmpty();
        }
        assertThat(active.find(STORE, PARTITION)).isEmpty();
    }

    @Test
    void who_closes_late_does_not_close_what_another_task_opened() {
        ActiveStores active = new ActiveStores();
        KeyValueStore<String, byte[]> before = store();
        KeyValueStore<String, byte[]> after = store();

        active.opened(STORE, PARTITION, before);
        active.opened(STORE, PARTITION, after);
        active.closed(STORE, PARTITION, before);

        assertThat(active.find(STORE, PARTITION)).containsSame(after);
    }

    @Test
    void a_store_that_is_closed_while_it_is_read_does_not_say_that_there_is_nothing() {
        ActiveStores active = new ActiveStores();
        Queries queries = new Queries(null, CommerceDriver.CODEC, active, new HostAddress("127.0.0.1", 1), 0);
        String key = "shop/sku-1";
        int partition = Partitions.of(key, Topics.commands("catalog").partitions());
        active.opened(STORE, partition, empty(store -> {}));
        assertThat(queries.get(Catalog.PRODUCT_STORE, key)).isEmpty();

        active.opened(STORE, partition, empty(store -> active.closed(STORE, partition, store)));

        assertThatThrownBy(() -> queries.get(Catalog.PRODUCT_STORE, key)).isInstanceOf(UnavailableException.class);
    }

    @SuppressWarnings("unchecked")
    private static KeyValueStore<String, byte[]> empty(Consumer<KeyValueStore<String, ?>> whenRead) {
        return (KeyValueStore<String, byte[]>) Proxy.newProxyInstance(
                ActiveStoresTest.class.getClassLoader(),
                new Class<?>[] {KeyValueStore.class},
                (store, method, arguments) -> switch (method.getName()) {
                    case "equals" -> store == arguments[0];
                    case "hashCode" -> System.identityHashCode(store);
                    default -> {
                        whenRead.accept((KeyValueStore<String, ?>) store);
                        yield null;
                    }
                });
    }

    private static KeyValueStore<String, byte[]> store() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
                .build();
    }
}
