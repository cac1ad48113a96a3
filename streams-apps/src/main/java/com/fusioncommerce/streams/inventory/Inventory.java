package com.fusioncommerce.streams.inventory;

import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.inventory.Reservation;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.Transfer;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Policy;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import java.util.List;

/** The inventory domain, declared. */
public final class Inventory {
    /** Stock by {@code pool~sku}. */
    public static final Aggregate<Stock> STOCK =
            Aggregate.of("stock", Stock.class).remembering(20_000);

    /** Reservations of orders, by {@code pool~order id}. */
    public static final Aggregate<Reservation> RESERVATIONS =
            Aggregate.of("reservations", Reservation.class).knowingKeys();

    /** Transfers, by {@code pool~transfer id}, at each of their ends. */
    public static final Aggregate<Transfer> TRANSFERS = Aggregate.of("transfers", Transfer.class);

    /** How orders that name a pool are spread, by pool. */
    public static final Aggregate<PoolSpread> SPREADS =
            Aggregate.published("pool-spreads", PoolSpread.class, Topics.named("inventory.spreads"));

    /** The same, whole on every instance, for whoever takes orders. */
    public static final ReferenceTable<PoolSpread> SPREAD_TABLE =
            new ReferenceTable<>(Topics.named("inventory.spreads"), PoolSpread.class);

    private Inventory() {}

    /** The domain. */
    public static Domain domain() {
        return new Domain(
                "inventory",
                Topics.commands("inventory"),
                Topics.events("inventory"),
                List.of(STOCK, RESERVATIONS, TRANSFERS, SPREADS),
                List.of(),
                new StockDecider(),
                List.of(
                        new Policy("first", Topics.events("catalog"), FirstStocks::on),
                        new Policy("reserve", Topics.events("orders"), StockReservations::on),
                        new Policy("receive", Topics.events("inventory"), StockTransfers::on)),
                List.of());
    }
}
