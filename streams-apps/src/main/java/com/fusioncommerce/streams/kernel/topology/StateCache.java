package com.fusioncommerce.streams.kernel.topology;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What was made of this instance's active states, kept in memory until the state is written again. A write forgets what
 * was made of the state before it, and waits for one that is being made meanwhile, so that nothing older than the state
 * in the store is ever returned. Safe for threads.
 *
 * @param <V> what is made of a state
 */
public final class StateCache<V> {
    /** Heap bytes of an entry beside its key and value: nodes of the map and of the eviction queues. */
    private static final int ENTRY_BYTES = 200;

    private final Cache<String, V> made;

    /** A cache of so many bytes, where {@code size} tells those of a value. */
    StateCache(long mostBytes, ToIntFunction<V> size) {
        // Its upkeep is little, and another thread would have to be woken for it.
        this.made = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((String key, V value) -> ENTRY_BYTES + 2 * key.length() + size.applyAsInt(value))
                .executor(Runnable::run)
                .build();
    }

    /**
     * What was made of a state.
     *
     * @param make reads the state from its store and makes it; what it throws is thrown and nothing is kept
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
