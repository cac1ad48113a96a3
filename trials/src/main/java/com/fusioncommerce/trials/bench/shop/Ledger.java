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
 * Orders and stock of a shop, folded from its events without the platform's code. Cancelled, rejected and expired
 * orders are not supported.
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

    /** An empty ledger of a shop with {@code unitsEach} units of each SKU in each pool. */
    public Ledger(String tenant, long unitsEach) {
        this.tenant = tenant;
        this.unitsEach = unitsEach;
    }

    /** Adds an event; events of other tenants are ignored. */
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

    /** Key of a SKU in a pool. */
    public static String place(String pool, String sku) {
        return pool + "/" + sku;
    }

    /** Number of orders placed. */
    public long created() {
        return created.size();
    }

    /** Number of orders whose units are all reserved. */
    public long reserved() {
        return reserved.size();
    }

    /** Number of orders refused for insufficient stock. */
    public long refused() {
        return refused.size();
    }

    /** Number of duplicates: of events, or of steps that happen once per order. */
    public long repeated() {
        return repeated;
    }

    /** Number of events after which a SKU's reserved units exceeded its stock or were negative. */
    public long oversold() {
        return oversold;
    }

    /** Number of orders neither reserved nor refused, or both. */
    public long undecided() {
        return created.keySet().stream()
                .filter(order -> reserved.contains(order) == refused.contains(order))
                .count();
    }

    /** Reserved units by place; zero is left out. */
    public Map<String, Long> held() {
        Map<String, Long> some = new HashMap<>(held);
        some.values().removeIf(units -> units == 0);
        return some;
    }

    /** Units of the reserved orders, by place. */
    public Map<String, Long> owed() {
        Map<String, Long> owed = new HashMap<>();
        for (String order : reserved) {
            for (OrderLine line : created.get(order).getLines()) {
                owed.merge(place(line.getPool(), line.getSku()), line.getQuantity(), Long::sum);
            }
        }
        return owed;
    }

    /** Whether every order is decided, and exactly the units of the reserved orders are reserved. */
    public boolean isSettled() {
        return undecided() == 0 && held().equals(owed());
    }
}
