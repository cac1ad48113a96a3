package com.fusioncommerce.api.stock;

import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.inventory.Stock;

/** Stock of one SKU in one pool as clients see it. */
record StockJson(String sku, String pool, long onHand, long reserved, long available, String updatedAt, long version) {
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
