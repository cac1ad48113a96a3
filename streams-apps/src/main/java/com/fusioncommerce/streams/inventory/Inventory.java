package com.fusioncommerce.streams.inventory;

import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.inventory.Reservation;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Policy;
import java.util.List;

/** The inventory domain, declared. */
public final class Inventory {
    /** Stock by {@code pool~sku}. */
    public static final Aggregate<Stock> STOCK =
            Aggregate.of("stock", Stock.class).remembering(20_000);

    /** What orders hold, by {@code pool~order id}. */
    public static final Aggregate<Reservation> RESERVATIONS = Aggregate.of("reservations", Reservation.class);

    private Inventory() {}

    /** The domain. */
    public static Domain domain() {
        return new Domain(
                "inventory",
                Topics.INVENTORY_COMMANDS,
                Topics.INVENTORY_EVENTS,
                List.of(STOCK, RESERVATIONS),
                List.of(),
                new StockDecider(),
                List.of(new Policy("reserve", Topics.ORDERS_EVENTS, StockReservations::on)),
                List.of());
    }
}
