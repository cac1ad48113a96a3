package com.fusioncommerce.streams.kernel.topology;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Cache of values derived from this instance's active states, such as rendered JSON. A write of a state drops its value
 * and waits for one that is being computed, so that no value is older than the state in the store. Thread-safe.
 *
 * @param <V> the derived value
 */
public final class StateCache<V> {
    /** Heap bytes of an entry beside its key and value: nodes of the map and of the eviction queues. */
    private static final int ENTRY_BYTES = 200;

    private final Cache<String, V> made;

    /** A cache of at most {@code mostBytes}; {@code size} gives the bytes of a value. */
    StateCache(long mostBytes, ToIntFunction<V> size) {
        // Maintenance is cheap: the calling thread does it, so none has to be woken.
        this.made = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((String key, V value) -> ENTRY_BYTES + 2 * key.length() + size.applyAsInt(value))
                .executor(Runnable::run)
                .build();
    }

    /**
     * The value derived from a state.
     *
     * @param make computes the value from the state in its store; its exceptions are rethrown and nothing is cached
     */
    public V get(String key, Function<String, V> make) {
        return made.get(key, make);
    }

    void forget(String key) {
        made.invalidate(key);
    }

    void forgetAll() {
        made.invalidateAll();
    }
}
