package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.threads.Bulkhead;
import com.fusioncommerce.streams.kernel.topology.StateCache;
import com.fusioncommerce.streams.query.EventLog;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.StoreRef;
import java.util.function.ToIntFunction;

/**
 * What operations are made with that keep something of their own from call to call. What all of them are given with each
 * call is a {@link Backend}.
 *
 * @param queries the state on this instance
 * @param caches makes caches of what is made of states
 * @param log reads what happened
 * @param history threads that read the log, which blocks
 */
public record Wiring(Queries queries, Caches caches, EventLog log, Bulkhead history) {
    /** Makes caches that are dropped, key by key, when a state changes. */
    public interface Caches {
        /** A cache, of so many bytes at most, of what is made of a store's states on this instance. */
        <V> StateCache<V> cache(StoreRef<?> store, long mostBytes, ToIntFunction<V> size);
    }
}
