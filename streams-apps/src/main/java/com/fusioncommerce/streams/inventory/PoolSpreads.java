package com.fusioncommerce.streams.inventory;

import static com.fusioncommerce.streams.inventory.Inventory.SPREADS;
import static com.fusioncommerce.streams.kernel.CommonRefusals.INVALID_ID;
import static com.fusioncommerce.streams.kernel.Decision.accept;
import static com.fusioncommerce.streams.kernel.Decision.nothingNew;
import static com.fusioncommerce.streams.kernel.Decision.reject;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.OrdersSpread;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.inventory.SpreadOrders;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.States;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Decides spreads: a pool with more orders than one task can process stands for several pools, chosen by customer. */
public final class PoolSpreads {
    /** Maximum number of pools of a spread. */
    public static final int MOST_POOLS = 64;

    private PoolSpreads() {}

    static Decision spread(SpreadOrders spread, Context context) {
        List<String> pools = spread.getPools();
        if (!Keys.isPool(spread.getPool()) || !pools.stream().allMatch(Keys::isPool)) {
            return reject(INVALID_ID, "a pool is letters, digits and ._-, 63 at most");
        }
        if (pools.size() > MOST_POOLS || new HashSet<>(pools).size() < pools.size()) {
            return reject(INVALID_ID, "a pool is spread over " + MOST_POOLS + " pools at most, each named once");
        }
        List<String> before = of(spread.getPool(), context).getPools();
        return before.equals(pools) ? nothingNew() : accept(new OrdersSpread(spread.getPool(), pools, context.now()));
    }

    static Optional<SpecificRecord> shown(SpreadOrders spread, Context context) {
        return Optional.of(of(spread.getPool(), context));
    }

    /** The spread of a pool; empty where the pool stands for itself. */
    static PoolSpread of(String pool, Context context) {
        PoolSpread known = context.state(SPREADS, pool);
        return known == null ? new PoolSpread(pool, List.of(), 0L, 0L) : known;
    }

    static void evolve(OrdersSpread spread, States states) {
        PoolSpread known = states.get(SPREADS, spread.getPool());
        long version = known == null ? 0 : known.getVersion();
        states.put(
                SPREADS,
                spread.getPool(),
                new PoolSpread(spread.getPool(), spread.getPools(), version + 1, spread.getAt()));
    }
}
