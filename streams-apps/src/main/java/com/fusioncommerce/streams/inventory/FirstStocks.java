package com.fusioncommerce.streams.inventory;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.catalog.FirstStock;
import com.fusioncommerce.schemas.catalog.ProductCreated;
import com.fusioncommerce.schemas.inventory.SetFirstStock;
import com.fusioncommerce.streams.kernel.Event;
import com.fusioncommerce.streams.kernel.Policy.Send;
import java.util.List;

/**
 * Policy that sets the first stock of a created product. The catalogue's events are kept for ever and may be read again
 * much later: the command changes nothing where the stock was changed before.
 */
final class FirstStocks {
    private FirstStocks() {}

    static List<Send> of(Event<ProductCreated> event) {
        ProductCreated created = event.value();
        FirstStock first = created.getFirstStock();
        if (first == null) {
            return List.of();
        }
        return List.of(new Send(
                Keys.pooledId(first.getPool(), created.getSku()),
                new SetFirstStock(first.getPool(), created.getSku(), first.getOnHand())));
    }
}
