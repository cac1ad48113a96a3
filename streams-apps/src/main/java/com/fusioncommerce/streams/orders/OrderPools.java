package com.fusioncommerce.streams.orders;

import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Partitions;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import java.util.List;
import java.util.function.Function;

/**
 * Chooses the pools of an order before its command is sent, since the pool is a part of its key. Where a named pool is
 * spread, the customer's id decides which pool of the spread is used.
 */
public final class OrderPools {
    private final String ownId;
    private final Function<String, String> choice;

    private OrderPools(String ownId, Function<String, String> choice) {
        this.ownId = ownId;
        this.choice = choice;
    }

    /**
     * The pools of an order with a new id.
     *
     * @param created the id, without a pool
     * @param spreads gives the spread of a pool, or null
     */
    public static OrderPools spread(String customerId, String created, Function<String, PoolSpread> spreads) {
        // Guests are many people under one id: their orders are spread by order id.
        String by = Guests.isGuest(customerId) ? created : customerId;
        return new OrderPools(created, named -> choose(spreads.apply(named), named, by));
    }

    /** The pools of an order that is found again by its reference: those that it names, whatever their spread. */
    public static OrderPools named(String reference) {
        return new OrderPools(reference, Function.identity());
    }

    /** The order's id, for the pool that the order names. */
    public String orderId(String named) {
        return Keys.pooledId(choice.apply(named), ownId);
    }

    /** The pool of a line, for the pool that the line names; null where it names none and uses its order's. */
    public String ofLine(String named) {
        return named == null ? null : choice.apply(named);
    }

    private static String choose(PoolSpread spread, String named, String by) {
        if (spread == null || spread.getPools().isEmpty()) {
            return named;
        }
        List<String> pools = spread.getPools();
        return pools.get(Partitions.of(by, pools.size()));
    }
}
