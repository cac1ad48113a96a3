package com.fusioncommerce.streams.inventory;

import static com.fusioncommerce.streams.inventory.Inventory.RESERVATIONS;
import static com.fusioncommerce.streams.inventory.Inventory.STOCK;
import static com.fusioncommerce.streams.inventory.StockReservations.reservationId;
import static com.fusioncommerce.streams.kernel.Decision.accept;
import static com.fusioncommerce.streams.kernel.Decision.nothingNew;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.OrdersSpread;
import com.fusioncommerce.schemas.inventory.ReceiveStock;
import com.fusioncommerce.schemas.inventory.ReleaseStock;
import com.fusioncommerce.schemas.inventory.Reservation;
import com.fusioncommerce.schemas.inventory.ReservationStatus;
import com.fusioncommerce.schemas.inventory.ReserveLine;
import com.fusioncommerce.schemas.inventory.ReserveStock;
import com.fusioncommerce.schemas.inventory.ReservedUnits;
import com.fusioncommerce.schemas.inventory.SetFirstStock;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.Shortage;
import com.fusioncommerce.schemas.inventory.SpreadOrders;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.StockAdjusted;
import com.fusioncommerce.schemas.inventory.StockInsufficient;
import com.fusioncommerce.schemas.inventory.StockReleased;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.inventory.StockSet;
import com.fusioncommerce.schemas.inventory.StockTransferReceived;
import com.fusioncommerce.schemas.inventory.StockTransferSent;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.Decider;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.States;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Stock of a pool. Invariant: 0 &le; reserved &le; on hand for every SKU. */
final class StockDecider implements Decider {
    @Override
    public Decision decide(SpecificRecord command, Context context) {
        if (command instanceof ReserveStock reserve) {
            return reserve(reserve, context);
        }
        if (command instanceof ReleaseStock release) {
            return release(release, context);
        }
        if (command instanceof SetStock set) {
            return StockLevels.set(set, stock(set.getPool(), set.getSku(), context), context.now());
        }
        if (command instanceof SetFirstStock first) {
            return StockLevels.first(first, stock(first.getPool(), first.getSku(), context), context.now());
        }
        if (command instanceof AdjustStock adjust) {
            return StockLevels.adjust(adjust, stock(adjust.getPool(), adjust.getSku(), context), context.now());
        }
        if (command instanceof TransferStock transfer) {
            return StockTransfers.send(transfer, stock(transfer.getPool(), transfer.getSku(), context), context);
        }
        if (command instanceof ReceiveStock arrival) {
            return StockTransfers.receive(arrival, stock(arrival.getPool(), arrival.getSku(), context), context);
        }
        if (command instanceof SpreadOrders spread) {
            return PoolSpreads.spread(spread, context);
        }
        throw new IllegalArgumentException("no command of the inventory");
    }

    @Override
    public Optional<SpecificRecord> shown(SpecificRecord command, Context context) {
        if (command instanceof SpreadOrders spread) {
            return Optional.of(PoolSpreads.of(spread.getPool(), context));
        }
        String pool = Keys.pool(context.id());
        return Optional.of(stock(pool, context.id().substring(pool.length() + 1), context));
    }

    private static Decision reserve(ReserveStock reserve, Context context) {
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

    private static Decision release(ReleaseStock release, Context context) {
        Reservation held = context.state(RESERVATIONS, reservationId(release.getPool(), release.getOrderId()));
        if (held != null && held.getStatus() != ReservationStatus.HELD) {
            return nothingNew();
        }
        // Released before it was asked for: the note keeps a late request from holding units for a dead order.
        List<ReservedUnits> units = held == null ? List.of() : held.getUnits();
        return accept(
                new StockReleased(release.getPool(), release.getOrderId(), units, release.getReason(), context.now()));
    }

    private static List<ReservedUnits> units(Map<String, Long> quantities) {
        List<ReservedUnits> units = new ArrayList<>(quantities.size());
        quantities.forEach((sku, quantity) -> units.add(new ReservedUnits(sku, quantity)));
        return units;
    }

    private static Stock stock(String pool, String sku, Context context) {
        Stock stock = context.state(STOCK, Keys.pooledId(pool, sku));
        return stock != null ? stock : new Stock(sku, pool, 0L, 0L, 0L, 0L);
    }

    private static long available(Stock stock) {
        return stock.getOnHand() - stock.getReserved();
    }

    @Override
    public void evolve(SpecificRecord event, States states) {
        if (event instanceof StockReserved reserved) {
            for (ReservedUnits units : reserved.getUnits()) {
                change(states, reserved.getPool(), units.getSku(), null, units.getQuantity(), reserved.getAt());
            }
            note(
                    states,
                    reserved.getPool(),
                    reserved.getOrderId(),
                    ReservationStatus.HELD,
                    reserved.getUnits(),
                    reserved.getAt());
        } else if (event instanceof StockReleased released) {
            for (ReservedUnits units : released.getUnits()) {
                change(states, released.getPool(), units.getSku(), null, -units.getQuantity(), released.getAt());
            }
            note(
                    states,
                    released.getPool(),
                    released.getOrderId(),
                    ReservationStatus.RELEASED,
                    List.of(),
                    released.getAt());
        } else if (event instanceof StockInsufficient refused) {
            note(
                    states,
                    refused.getPool(),
                    refused.getOrderId(),
                    ReservationStatus.REFUSED,
                    List.of(),
                    refused.getAt());
        } else if (event instanceof StockSet set) {
            change(states, set.getPool(), set.getSku(), set.getOnHand(), 0, set.getAt());
        } else if (event instanceof StockAdjusted adjusted) {
            change(states, adjusted.getPool(), adjusted.getSku(), adjusted.getOnHand(), 0, adjusted.getAt());
        } else if (event instanceof StockTransferSent sent) {
            change(states, sent.getPool(), sent.getSku(), sent.getOnHand(), 0, sent.getAt());
            StockTransfers.note(sent, states);
        } else if (event instanceof StockTransferReceived received) {
            change(states, received.getPool(), received.getSku(), received.getOnHand(), 0, received.getAt());
            StockTransfers.note(received, states);
        } else if (event instanceof OrdersSpread spread) {
            PoolSpreads.evolve(spread, states);
        }
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
