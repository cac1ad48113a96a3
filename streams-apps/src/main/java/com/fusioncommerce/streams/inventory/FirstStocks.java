package com.fusioncommerce.streams.inventory;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.catalog.FirstStock;
import com.fusioncommerce.schemas.catalog.ProductCreated;
import com.fusioncommerce.schemas.inventory.SetFirstStock;
import com.fusioncommerce.streams.kernel.Policy.Send;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Puts what a product is created with into its pool. The catalogue's events are kept for ever and may be read again long
 * after: the command changes nothing where stock has a history of its own.
 */
final class FirstStocks {
    private FirstStocks() {}

    static List<Send> on(SpecificRecord event) {
        if (event instanceof ProductCreated created && created.getFirstStock() != null) {
            FirstStock first = created.getFirstStock();
            return List.of(new Send(
                    Keys.pooledId(first.getPool(), created.getSku()),
                    new SetFirstStock(first.getPool(), created.getSku(), first.getOnHand())));
        }
        return List.of();
    }
}
