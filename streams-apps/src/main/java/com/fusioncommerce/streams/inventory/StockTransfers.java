package com.fusioncommerce.streams.inventory;

import static com.fusioncommerce.streams.inventory.Inventory.TRANSFERS;
import static com.fusioncommerce.streams.kernel.CommonRefusals.INSUFFICIENT_STOCK;
import static com.fusioncommerce.streams.kernel.CommonRefusals.INVALID_ID;
import static com.fusioncommerce.streams.kernel.CommonRefusals.INVALID_QUANTITY;
import static com.fusioncommerce.streams.kernel.Decision.accept;
import static com.fusioncommerce.streams.kernel.Decision.nothingNew;
import static com.fusioncommerce.streams.kernel.Decision.reject;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.ReceiveStock;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.StockTransferReceived;
import com.fusioncommerce.schemas.inventory.StockTransferSent;
import com.fusioncommerce.schemas.inventory.Transfer;
import com.fusioncommerce.schemas.inventory.TransferSide;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Event;
import com.fusioncommerce.streams.kernel.Policy.Send;
import com.fusioncommerce.streams.kernel.States;
import java.util.List;

/**
 * Decides transfers of stock between two pools of a tenant. Units leave one pool before they arrive in the other, so
 * that none can be sold twice; both pools record the transfer, so that a repeated message moves nothing.
 */
final class StockTransfers {
    /** Suffix of the id of a transfer that returns units. */
    private static final String BACK = "-back";

    private StockTransfers() {}

    static Decision send(TransferStock transfer, Context context) {
        if (context.state(TRANSFERS, Keys.pooledId(transfer.getPool(), transfer.getTransferId())) != null) {
            return nothingNew();
        }
        long quantity = transfer.getQuantity();
        if (quantity < 1 || quantity > StockLevels.MOST) {
            return reject(INVALID_QUANTITY, "a transfer is of 1 to " + StockLevels.MOST + " units");
        }
        if (!Keys.isPool(transfer.getTargetPool()) || transfer.getTargetPool().equals(transfer.getPool())) {
            return reject(INVALID_ID, "a transfer goes to another pool");
        }
        Stock stock = StockDecider.stock(transfer.getPool(), transfer.getSku(), context);
        long available = StockDecider.available(stock);
        if (quantity > available) {
            return reject(INSUFFICIENT_STOCK, available + " units are available, " + quantity + " were to go");
        }
        return accept(new StockTransferSent(
                transfer.getTransferId(),
                transfer.getPool(),
                transfer.getSku(),
                quantity,
                transfer.getTargetPool(),
                stock.getOnHand() - quantity,
                transfer.getReason(),
                context.now()));
    }

    /**
     * Decides an arrival, which is never refused, since its units have left the other pool: an arrival above the pool's
     * limit is sent back at once. Returned units are accepted, even where the pool was filled meanwhile.
     */
    static Decision receive(ReceiveStock arrival, Context context) {
        if (context.state(TRANSFERS, Keys.pooledId(arrival.getPool(), arrival.getTransferId())) != null) {
            return nothingNew();
        }
        Stock stock = StockDecider.stock(arrival.getPool(), arrival.getSku(), context);
        StockTransferReceived received = new StockTransferReceived(
                arrival.getTransferId(),
                arrival.getPool(),
                arrival.getSku(),
                arrival.getQuantity(),
                arrival.getSourcePool(),
                stock.getOnHand() + arrival.getQuantity(),
                context.now());
        boolean comesBack = arrival.getTransferId().endsWith(BACK);
        return received.getOnHand() <= StockLevels.MOST || comesBack
                ? accept(received)
                : accept(received, sentBack(arrival, stock, context.now()));
    }

    private static StockTransferSent sentBack(ReceiveStock arrival, Stock stock, long now) {
        return new StockTransferSent(
                arrival.getTransferId() + BACK,
                arrival.getPool(),
                arrival.getSku(),
                arrival.getQuantity(),
                arrival.getSourcePool(),
                stock.getOnHand(),
                "a pool holds " + StockLevels.MOST + " at most",
                now);
    }

    /** Policy: the target pool receives each transfer that was sent. */
    static List<Send> arrive(Event<StockTransferSent> event) {
        StockTransferSent sent = event.value();
        return List.of(new Send(
                Keys.pooledId(sent.getTargetPool(), sent.getSku()),
                new ReceiveStock(
                        sent.getTargetPool(),
                        sent.getSku(),
                        sent.getQuantity(),
                        sent.getPool(),
                        sent.getTransferId())));
    }

    static void note(StockTransferSent sent, States states) {
        put(
                states,
                new Transfer(
                        sent.getTransferId(),
                        sent.getPool(),
                        TransferSide.SENT,
                        sent.getSku(),
                        sent.getQuantity(),
                        sent.getTargetPool(),
                        sent.getAt()));
    }

    static void note(StockTransferReceived received, States states) {
        put(
                states,
                new Transfer(
                        received.getTransferId(),
                        received.getPool(),
                        TransferSide.RECEIVED,
                        received.getSku(),
                        received.getQuantity(),
                        received.getSourcePool(),
                        received.getAt()));
    }

    private static void put(States states, Transfer transfer) {
        states.put(TRANSFERS, Keys.pooledId(transfer.getPool(), transfer.getTransferId()), transfer);
    }
}
