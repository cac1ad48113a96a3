package com.fusioncommerce.streams.kernel.topology;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.utils.Bytes;

/** Keeps caches of states coherent with the stores of an application. Thread-safe. */
public final class StateChanges {
    private final ConcurrentMap<String, List<StateCache<?>>> caches = new ConcurrentHashMap<>();

    /**
     * A cache of values derived from the states of a store.
     *
     * @param store the store's name
     * @param mostBytes maximum bytes of all values
     * @param size gives the bytes of a value
     */
    public <V> StateCache<V> cache(String store, long mostBytes, ToIntFunction<V> size) {
        StateCache<V> cache = new StateCache<>(mostBytes, size);
        caches.computeIfAbsent(store, any -> new CopyOnWriteArrayList<>()).add(cache);
        return cache;
    }

    /** Clears all caches: stores were opened, closed or restored with another instance's writes. */
    public void forgetAll() {
        caches.values().forEach(all -> all.forEach(StateCache::forgetAll));
    }

    /** Drops the values of a written state. */
    void written(String store, Bytes key) {
        List<StateCache<?>> interested = caches.get(store);
        if (interested != null) {
            String text = key.toString();
            interested.forEach(cache -> cache.forget(text));
        }
    }
}
