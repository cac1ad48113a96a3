package com.fusioncommerce.trials.bench.shop;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.ReservedUnits;
import com.fusioncommerce.schemas.inventory.StockReleased;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderReserved;
import com.fusioncommerce.trials.bench.shop.CommittedEvents.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the events of a shop say became of its orders and its stock, counted without the platform's own code. Orders that
 * are cancelled, rejected or expire are not foreseen.
 */
public final class Ledger {
    private final String tenant;
    private final long unitsEach;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, OrderCreated> created = new HashMap<>();
    private final Set<String> reserved = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<String, Long> held = new HashMap<>();
    private long repeated;
    private long oversold;

    /** An empty ledger of a shop that had so many units of each SKU in each pool. */
    public Ledger(String tenant, long unitsEach) {
        this.tenant = tenant;
        this.unitsEach = unitsEach;
    }

    /** Takes down an event; those of other tenants are none of its business. */
    public void add(Event event) {
        if (!Keys.tenant(event.key()).equals(tenant)) {
            return;
        }
        if (!ids.add(event.id())) {
            repeated++;
        }
        if (event.value() instanceof OrderCreated order) {
            count(created.put(order.getOrderId(), order) == null);
        } else if (event.value() instanceof OrderReserved order) {
            count(reserved.add(order.getOrderId()));
        } else if (event.value() instanceof OrderRefused order) {
            count(refused.add(order.getOrderId()));
        } else if (event.value() instanceof StockReserved stock) {
            hold(stock.getPool(), stock.getUnits(), 1);
        } else if (event.value() instanceof StockReleased stock) {
            hold(stock.getPool(), stock.getUnits(), -1);
        }
    }

    private void count(boolean first) {
        if (!first) {
            repeated++;
        }
    }

    private void hold(String pool, List<ReservedUnits> units, int sign) {
        for (ReservedUnits some : units) {
            long now = held.merge(place(pool, some.getSku()), sign * some.getQuantity(), Long::sum);
            if (now > unitsEach || now < 0) {
                oversold++;
            }
        }
    }

    /** How a SKU in a pool is called here. */
    public static String place(String pool, String sku) {
        return pool + "/" + sku;
    }

    /** Orders that were placed. */
    public long created() {
        return created.size();
    }

    /** Orders whose units are all held. */
    public long reserved() {
        return reserved.size();
    }

    /** Orders that were told that there is not enough. */
    public long refused() {
        return refused.size();
    }

    /** Events, or things that happen once, that were there twice. */
    public long repeated() {
        return repeated;
    }

    /** Moments at which more was held of a SKU than there was, or less than nothing. */
    public long oversold() {
        return oversold;
    }

    /** Orders that were neither reserved nor refused, or both. */
    public long undecided() {
        return created.keySet().stream()
                .filter(order -> reserved.contains(order) == refused.contains(order))
                .count();
    }

    /** Units held, by place, none where it is zero. */
    public Map<String, Long> held() {
        Map<String, Long> some = new HashMap<>(held);
        some.values().removeIf(units -> units == 0);
        return some;
    }

    /** Units that the reserved orders asked for, by place. */
    public Map<String, Long> owed() {
        Map<String, Long> owed = new HashMap<>();
        for (String order : reserved) {
            for (OrderLine line : created.get(order).getLines()) {
                owed.merge(place(line.getPool(), line.getSku()), line.getQuantity(), Long::sum);
            }
        }
        return owed;
    }

    /** Whether every order is decided, and just what the reserved ones asked for is held. */
    public boolean isSettled() {
        return undecided() == 0 && held().equals(owed());
    }
}
