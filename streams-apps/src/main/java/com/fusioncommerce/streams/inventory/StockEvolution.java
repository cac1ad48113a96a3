package com.fusioncommerce.streams.inventory;

import static com.fusioncommerce.streams.inventory.Inventory.RESERVATIONS;
import static com.fusioncommerce.streams.inventory.Inventory.STOCK;
import static com.fusioncommerce.streams.inventory.StockReservations.reservationId;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.Reservation;
import com.fusioncommerce.schemas.inventory.ReservationStatus;
import com.fusioncommerce.schemas.inventory.ReservedUnits;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.StockAdjusted;
import com.fusioncommerce.schemas.inventory.StockInsufficient;
import com.fusioncommerce.schemas.inventory.StockReleased;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.inventory.StockSet;
import com.fusioncommerce.schemas.inventory.StockTransferReceived;
import com.fusioncommerce.schemas.inventory.StockTransferSent;
import com.fusioncommerce.streams.kernel.States;
import java.util.List;

/** Folds events into stock and reservations. */
final class StockEvolution {
    private StockEvolution() {}

    static void reserved(StockReserved event, States states) {
        for (ReservedUnits units : event.getUnits()) {
            change(states, event.getPool(), units.getSku(), null, units.getQuantity(), event.getAt());
        }
        note(states, event.getPool(), event.getOrderId(), ReservationStatus.HELD, event.getUnits(), event.getAt());
    }

    static void released(StockReleased event, States states) {
        for (ReservedUnits units : event.getUnits()) {
            change(states, event.getPool(), units.getSku(), null, -units.getQuantity(), event.getAt());
        }
        note(states, event.getPool(), event.getOrderId(), ReservationStatus.RELEASED, List.of(), event.getAt());
    }

    static void insufficient(StockInsufficient event, States states) {
        note(states, event.getPool(), event.getOrderId(), ReservationStatus.REFUSED, List.of(), event.getAt());
    }

    static void set(StockSet event, States states) {
        change(states, event.getPool(), event.getSku(), event.getOnHand(), 0, event.getAt());
    }

    static void adjusted(StockAdjusted event, States states) {
        change(states, event.getPool(), event.getSku(), event.getOnHand(), 0, event.getAt());
    }

    static void sent(StockTransferSent event, States states) {
        change(states, event.getPool(), event.getSku(), event.getOnHand(), 0, event.getAt());
        StockTransfers.note(event, states);
    }

    static void received(StockTransferReceived event, States states) {
        change(states, event.getPool(), event.getSku(), event.getOnHand(), 0, event.getAt());
        StockTransfers.note(event, states);
    }

    private static void change(States states, String pool, String sku, Long onHand, long reserve, long at) {
        String id = Keys.pooledId(pool, sku);
        Stock stock = states.get(STOCK, id);
        long had = stock == null ? 0 : stock.getOnHand();
        long held = stock == null ? 0 : stock.getReserved();
        long version = stock == null ? 0 : stock.getVersion();
        states.put(STOCK, id, new Stock(sku, pool, onHand == null ? had : onHand, held + reserve, version + 1, at));
    }

    private static void note(
            States states, String pool, String orderId, ReservationStatus status, List<ReservedUnits> units, long at) {
        states.put(RESERVATIONS, reservationId(pool, orderId), new Reservation(orderId, pool, status, units, at));
    }
}
