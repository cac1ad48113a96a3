package com.fusioncommerce.streams.inventory;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.catalog.FirstStock;
import com.fusioncommerce.schemas.catalog.ProductCreated;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.streams.kernel.Policy.Send;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Puts what a product is created with into its pool. */
final class FirstStocks {
    private FirstStocks() {}

    static List<Send> on(SpecificRecord event) {
        if (event instanceof ProductCreated created && created.getFirstStock() != null) {
            FirstStock first = created.getFirstStock();
            return List.of(new Send(
                    Keys.pooledId(first.getPool(), created.getSku()),
                    new SetStock(first.getPool(), created.getSku(), first.getOnHand())));
        }
        return List.of();
    }
}
