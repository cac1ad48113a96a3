package com.fusioncommerce.streams.kernel.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class StateCacheTest {
    private static final int WRITES = 20_000;
    private static final Bytes KEY = Bytes.wrap("acme/MUG".getBytes(UTF_8));

    private final StateChanges changes = new StateChanges();
    private final StateCache<Integer> cache = changes.cache("products", 100_000, any -> 4);

    @Test
    void keeps_what_was_made_until_the_state_is_written() {
        AtomicInteger made = new AtomicInteger();

        assertThat(cache.get("acme/MUG", key -> made.incrementAndGet())).isEqualTo(1);
        assertThat(cache.get("acme/MUG", key -> made.incrementAndGet())).isEqualTo(1);
        changes.written("stock", KEY);
        assertThat(cache.get("acme/MUG", key -> made.incrementAndGet())).isEqualTo(1);
        changes.written("products", KEY);
        assertThat(cache.get("acme/MUG", key -> made.incrementAndGet())).isEqualTo(2);
        changes.forgetAll();
        assertThat(cache.get("acme/MUG", key -> made.incrementAndGet())).isEqualTo(3);
    }

    @Test
    void keeps_nothing_of_a_state_that_could_not_be_read() {
        assertThatThrownBy(() -> cache.get("acme/MUG", key -> {
                    throw new IllegalStateException("moving");
                }))
                .hasMessage("moving");

        assertThat(cache.get("acme/MUG", key -> 7)).isEqualTo(7);
    }

    @Test
    void is_never_older_than_the_last_write_that_was_done() {
        AtomicInteger store = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= WRITES; i++) {
                store.set(i);
                changes.written("products", KEY);
                done.set(i);
            }
        });

        while (!writer.isDone()) {
            int known = done.get();
            assertThat(cache.get("acme/MUG", key -> store.get())).isGreaterThanOrEqualTo(known);
        }
        writer.join();
        assertThat(cache.get("acme/MUG", key -> store.get())).isEqualTo(WRITES);
    }
}
