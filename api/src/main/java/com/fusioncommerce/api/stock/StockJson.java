package com.fusioncommerce.api.stock;

import com.fusioncommerce.api.operations.Representation;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.inventory.Stock;

/** JSON representation of the stock of one SKU in one pool. */
record StockJson(String sku, String pool, long onHand, long reserved, long available, String updatedAt, long version) {
    static final Schema SCHEMA = Schema.object()
            .field("sku", SharedSchemas.ID)
            .field("pool", SharedSchemas.POOL)
            .field("onHand", Schema.count(0))
            .field("reserved", Schema.count(0))
            .field("available", Schema.count(0))
            .field("updatedAt", SharedSchemas.TIMESTAMP)
            .field("version", SharedSchemas.VERSION)
            .named("Stock");

    static final Representation<Stock> SHOWN = Representation.of(Stock.class, SCHEMA, StockJson::of, Stock::getVersion);

    static StockJson of(Stock stock) {
        return new StockJson(
                stock.getSku(),
                stock.getPool(),
                stock.getOnHand(),
                stock.getReserved(),
                stock.getOnHand() - stock.getReserved(),
                Shapes.time(stock.getUpdatedAt()),
                stock.getVersion());
    }
}
