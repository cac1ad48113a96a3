package com.fusioncommerce.streams.kernel.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreKeysTest {
    private KeyValueStore<String, String> store;

    @BeforeEach
    void open() {
        store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("kept"), Serdes.String(), Serdes.String())
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
    }

    @Test
    void of_an_empty_store_all_keys_are_known_at_once() {
        StoreKeys keys = new StoreKeys(store);
        assertThat(keys.mayHave("one")).isFalse();

        keys.put("one");

        assertThat(keys.mayHave("one")).isTrue();
        assertThat(keys.mayHave("two")).isFalse();
    }

    @Test
    void denies_nothing_before_it_has_learned_what_was_there() {
        IntStream.range(0, 100).forEach(n -> store.put("key" + n, "value"));
        StoreKeys keys = new StoreKeys(store);

        assertThat(keys.learn(60)).isFalse();
        assertThat(keys.mayHave("absent")).isTrue();
        store.put("late", "value");
        keys.put("late");
        assertThat(keys.learn(60)).isTrue();

        assertThat(keys.mayHave("absent")).isFalse();
        assertThat(IntStream.range(0, 100).mapToObj(n -> "key" + n)).allMatch(keys::mayHave);
        assertThat(keys.mayHave("late")).isTrue();
    }
}
