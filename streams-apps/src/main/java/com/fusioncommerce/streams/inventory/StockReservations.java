package com.fusioncommerce.streams.inventory;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.ReleaseStock;
import com.fusioncommerce.schemas.inventory.ReserveLine;
import com.fusioncommerce.schemas.inventory.ReserveStock;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderExpired;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.streams.kernel.Event;
import com.fusioncommerce.streams.kernel.Policy.Send;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Policy that reserves an order once in each of its pools, all lines together, and releases it once. */
final class StockReservations {
    private StockReservations() {}

    static List<Send> refused(Event<OrderRefused> event) {
        return release(event.value().getOrderId(), event.value().getReleasePools(), "refused");
    }

    static List<Send> rejected(Event<OrderRejected> event) {
        return release(event.value().getOrderId(), event.value().getReleasePools(), "rejected");
    }

    static List<Send> cancelled(Event<OrderCancelled> event) {
        return release(event.value().getOrderId(), event.value().getReleasePools(), "cancelled");
    }

    static List<Send> expired(Event<OrderExpired> event) {
        return release(event.value().getOrderId(), event.value().getReleasePools(), "expired");
    }

    static List<Send> reserve(Event<OrderCreated> event) {
        OrderCreated created = event.value();
        Map<String, List<ReserveLine>> byPool = new LinkedHashMap<>();
        for (String pool : created.getPools()) {
            byPool.put(pool, new ArrayList<>());
        }
        for (OrderLine line : created.getLines()) {
            byPool.get(line.getPool()).add(new ReserveLine(line.getLine(), line.getSku(), line.getQuantity()));
        }
        List<Send> sends = new ArrayList<>(byPool.size());
        byPool.forEach((pool, lines) -> sends.add(new Send(
                reservationId(pool, created.getOrderId()), new ReserveStock(pool, created.getOrderId(), lines))));
        return sends;
    }

    private static List<Send> release(String orderId, List<String> pools, String reason) {
        return pools.stream()
                .map(pool -> new Send(reservationId(pool, orderId), new ReleaseStock(pool, orderId, reason)))
                .toList();
    }

    /** Id of an order's reservation in a pool, in that pool's partition. */
    static String reservationId(String pool, String orderId) {
        return Keys.pooledId(pool, orderId);
    }
}
