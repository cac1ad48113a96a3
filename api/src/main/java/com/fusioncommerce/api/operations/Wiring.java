package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.threads.Bulkhead;
import com.fusioncommerce.streams.kernel.topology.StateCache;
import com.fusioncommerce.streams.query.EventLog;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.StoreRef;
import java.util.function.ToIntFunction;

/**
 * The services that operations take at construction. {@link Backend} has those that they get with each call.
 *
 * @param queries the state on this instance
 * @param caches makes caches of rendered states
 * @param log reads past events
 * @param history threads that read the log, which blocks
 */
public record Wiring(Queries queries, Caches caches, EventLog log, Bulkhead history) {
    /** Makes caches whose entries are dropped when the state of their key changes. */
    public interface Caches {
        /** A cache of a maximum size in bytes, of values derived from a store's states on this instance. */
        <V> StateCache<V> cache(StoreRef<?> store, long mostBytes, ToIntFunction<V> size);
    }
}
