package com.fusioncommerce.streams.inventory;

import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.ProductCreated;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.OrdersSpread;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.inventory.ReceiveStock;
import com.fusioncommerce.schemas.inventory.ReleaseStock;
import com.fusioncommerce.schemas.inventory.Reservation;
import com.fusioncommerce.schemas.inventory.ReserveStock;
import com.fusioncommerce.schemas.inventory.SetFirstStock;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.SpreadOrders;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.StockAdjusted;
import com.fusioncommerce.schemas.inventory.StockInsufficient;
import com.fusioncommerce.schemas.inventory.StockReleased;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.inventory.StockSet;
import com.fusioncommerce.schemas.inventory.StockTransferReceived;
import com.fusioncommerce.schemas.inventory.StockTransferSent;
import com.fusioncommerce.schemas.inventory.Transfer;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderExpired;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Policy;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.query.StoreRef;

/** Declaration of the inventory domain. */
public final class Inventory {
    /** Stock by {@code pool~sku}. */
    public static final Aggregate<Stock> STOCK =
            Aggregate.of("stock", Stock.class).remembering(20_000);

    /** Reservations of orders, by {@code pool~order id}. */
    public static final Aggregate<Reservation> RESERVATIONS =
            Aggregate.of("reservations", Reservation.class).knowingKeys();

    /** Transfers, by {@code pool~transfer id}, in the source and in the target pool. */
    public static final Aggregate<Transfer> TRANSFERS = Aggregate.of("transfers", Transfer.class);

    /** Spreads: the pools that take the orders for a pool, by pool. */
    public static final Aggregate<PoolSpread> SPREADS =
            Aggregate.published("pool-spreads", PoolSpread.class, Topics.named("inventory.spreads"));

    /** Global table of the spreads, for the API that takes orders. */
    public static final ReferenceTable<PoolSpread> SPREAD_TABLE =
            new ReferenceTable<>(Topics.named("inventory.spreads"), PoolSpread.class);

    /** Store of stock, by {@code tenant/pool~sku}. */
    public static final StoreRef<Stock> STOCK_STORE = StoreRef.of(STOCK);

    /** Store of spreads, by {@code tenant/pool}. */
    public static final StoreRef<PoolSpread> SPREAD_STORE = StoreRef.of(SPREADS);

    private Inventory() {}

    /** The domain. */
    public static Domain domain() {
        return Domain.named("inventory")
                .keeps(STOCK, RESERVATIONS, TRANSFERS, SPREADS)
                .handles(ReserveStock.class, StockDecider::reserve)
                .handles(ReleaseStock.class, StockDecider::release)
                .handles(SetStock.class, StockLevels::set)
                .handles(SetFirstStock.class, StockLevels::first)
                .handles(AdjustStock.class, StockLevels::adjust)
                .handles(TransferStock.class, StockTransfers::send)
                .handles(ReceiveStock.class, StockTransfers::receive)
                .handles(SpreadOrders.class, PoolSpreads::spread, PoolSpreads::shown)
                .folds(StockReserved.class, StockEvolution::reserved)
                .folds(StockReleased.class, StockEvolution::released)
                .folds(StockInsufficient.class, StockEvolution::insufficient)
                .folds(StockSet.class, StockEvolution::set)
                .folds(StockAdjusted.class, StockEvolution::adjusted)
                .folds(StockTransferSent.class, StockEvolution::sent)
                .folds(StockTransferReceived.class, StockEvolution::received)
                .folds(OrdersSpread.class, PoolSpreads::evolve)
                .shows(StockDecider::shown)
                .reacts(
                        Policy.named("first")
                                .on(ProductCreated.class, FirstStocks::of)
                                .fromBeginning(),
                        Policy.named("reserve")
                                .on(OrderCreated.class, StockReservations::reserve)
                                .on(OrderRefused.class, StockReservations::refused)
                                .on(OrderRejected.class, StockReservations::rejected)
                                .on(OrderCancelled.class, StockReservations::cancelled)
                                .on(OrderExpired.class, StockReservations::expired)
                                .fromBeginning(),
                        Policy.named("receive")
                                .on(StockTransferSent.class, StockTransfers::arrive)
                                .fromBeginning())
                .done();
    }
}
