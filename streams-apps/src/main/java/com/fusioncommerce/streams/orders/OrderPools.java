package com.fusioncommerce.streams.orders;

import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Partitions;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import java.util.List;
import java.util.function.Function;

/**
 * Chooses the pools of an order before it is sent, since the pool is a part of its key. Where a pool that it names is spread,
 * the customer decides which one of its pools it is.
 */
public final class OrderPools {
    private final String ownId;
    private final Function<String, String> choice;

    private OrderPools(String ownId, Function<String, String> choice) {
        this.ownId = ownId;
        this.choice = choice;
    }

    /**
     * The pools of an order that gets a new id.
     *
     * @param created the id, without a pool
     * @param spreads from a pool to how it is spread, or null if it is not
     */
    public static OrderPools spread(String customerId, String created, Function<String, PoolSpread> spreads) {
        // Guests are many people under one id: they spread over pools by their orders.
        String by = Guests.isGuest(customerId) ? created : customerId;
        return new OrderPools(created, named -> choose(spreads.apply(named), named, by));
    }

    /** The pools of an order that is found again by its reference: it lies where it says. */
    public static OrderPools named(String reference) {
        return new OrderPools(reference, Function.identity());
    }

    /** The order's id, where it names this pool for itself. */
    public String orderId(String named) {
        return Keys.pooledId(choice.apply(named), ownId);
    }

    /** The pool of a line that names this one, or null where it names none and lies with its order. */
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
