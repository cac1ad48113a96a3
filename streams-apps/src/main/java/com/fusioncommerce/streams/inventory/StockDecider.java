package com.fusioncommerce.streams.inventory;

import static com.fusioncommerce.streams.inventory.Inventory.RESERVATIONS;
import static com.fusioncommerce.streams.inventory.Inventory.STOCK;
import static com.fusioncommerce.streams.inventory.StockReservations.reservationId;
import static com.fusioncommerce.streams.kernel.Decision.accept;
import static com.fusioncommerce.streams.kernel.Decision.nothingNew;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.ReleaseStock;
import com.fusioncommerce.schemas.inventory.Reservation;
import com.fusioncommerce.schemas.inventory.ReservationStatus;
import com.fusioncommerce.schemas.inventory.ReserveLine;
import com.fusioncommerce.schemas.inventory.ReserveStock;
import com.fusioncommerce.schemas.inventory.ReservedUnits;
import com.fusioncommerce.schemas.inventory.Shortage;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.StockInsufficient;
import com.fusioncommerce.schemas.inventory.StockReleased;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Reserves a pool's stock. Invariant: 0 &le; reserved &le; on hand for every SKU. */
final class StockDecider {
    private StockDecider() {}

    static Optional<SpecificRecord> shown(Context context) {
        String pool = Keys.pool(context.id());
        return Optional.of(stock(pool, context.id().substring(pool.length() + 1), context));
    }

    static Decision reserve(ReserveStock reserve, Context context) {
        String pool = reserve.getPool();
        if (context.state(RESERVATIONS, reservationId(pool, reserve.getOrderId())) != null) {
            return nothingNew();
        }
        Map<String, Long> asked = new LinkedHashMap<>();
        Map<String, Long> left = new LinkedHashMap<>();
        List<Shortage> shortages = new ArrayList<>();
        for (ReserveLine line : reserve.getLines()) {
            String sku = line.getSku();
            Long before = left.get(sku);
            long available = before != null ? before : available(stock(pool, sku, context));
            if (line.getQuantity() > available) {
                shortages.add(new Shortage(line.getLine(), sku, line.getQuantity(), available));
                left.put(sku, available);
            } else {
                left.put(sku, available - line.getQuantity());
                asked.merge(sku, line.getQuantity(), Long::sum);
            }
        }
        if (!shortages.isEmpty()) {
            return accept(new StockInsufficient(pool, reserve.getOrderId(), shortages, context.now()));
        }
        return accept(new StockReserved(pool, reserve.getOrderId(), units(asked), context.now()));
    }

    static Decision release(ReleaseStock release, Context context) {
        Reservation held = context.state(RESERVATIONS, reservationId(release.getPool(), release.getOrderId()));
        if (held != null && held.getStatus() != ReservationStatus.HELD) {
            return nothingNew();
        }
        // A release without a reservation is recorded too, so that a late reservation cannot hold units for an ended
        // order.
        List<ReservedUnits> units = held == null ? List.of() : held.getUnits();
        return accept(
                new StockReleased(release.getPool(), release.getOrderId(), units, release.getReason(), context.now()));
    }

    private static List<ReservedUnits> units(Map<String, Long> quantities) {
        List<ReservedUnits> units = new ArrayList<>(quantities.size());
        quantities.forEach((sku, quantity) -> units.add(new ReservedUnits(sku, quantity)));
        return units;
    }

    /** The stock of a SKU; of version 0 where it was never set. */
    static Stock stock(String pool, String sku, Context context) {
        Stock stock = context.state(STOCK, Keys.pooledId(pool, sku));
        return stock != null ? stock : new Stock(sku, pool, 0L, 0L, 0L, 0L);
    }

    static long available(Stock stock) {
        return stock.getOnHand() - stock.getReserved();
    }
}
